package io.guanxi.eventlog.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.eventlog.proof.engine.Engine;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who may store a token, when owners are paused and clocks are wrong, by the token store of the house and by that of the
 * extension it replaces. What is asserted of the extension is what it does, not what it should.
 */
@ExtendWith(SharedScene.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ClaimingSegmentsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LONGER_THAN_A_CLAIM = Duration.ofMillis(1500);
    private static final String REFUSED = "refused";

    private final Scene scene;

    ClaimingSegmentsTest(Scene scene) {
        this.scene = scene;
    }

    @ParameterizedTest
    @EnumSource
    void aPausedOwnerCannotStoreWhileAnotherIsAtWork(Engine engine) {
        scene.begin("paused", engine);
        annIsPausedAndBobTakesOver();
        scene.ann().goOn();

        assertThat(scene.ann().token("store 11")).isEqualTo(REFUSED);
        assertThat(scene.bob().token("claim")).isEqualTo("20");
    }

    @ParameterizedTest
    @EnumSource
    void aPausedOwnerHasNoEffectOnceAnotherHasBegun(Engine engine) {
        scene.begin("effect", engine);
        annIsPausedAndBobTakesOver();
        scene.ann().goOn();

        assertThat(scene.ann().token("effect 11")).isEqualTo(engine.isOurs() ? REFUSED : "ok");
        assertThat(scene.bob().token("effect 21")).isEqualTo("ok");
    }

    @ParameterizedTest
    @EnumSource
    void aPausedOwnerStoresAfterTheNextHasLetGo(Engine engine) {
        scene.begin("let-go", engine);
        annIsPausedAndBobTakesOver();
        scene.bob().token("let-go");
        scene.ann().goOn();

        assertThat(scene.ann().token("store 11")).isEqualTo(engine.isOurs() ? REFUSED : "ok");
        String found = scene.bob().token("claim");
        assertThat(found).isEqualTo(engine.isOurs() ? "20" : REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void aClockThatIsAnHourAheadStealsALiveClaim(Engine engine) {
        scene.begin("stolen", engine);
        scene.ann().token("initialize");
        scene.ann().token("claim");
        scene.ann().token("store 10");

        if (engine.isOurs()) {
            await().during(LONGER_THAN_A_CLAIM)
                    .atMost(SOON)
                    .until(() -> scene.ann().token("extend").equals("ok")
                            && scene.ahead().token("claim").equals(REFUSED));
            assertThat(scene.ann().token("store 11")).isEqualTo("ok");
        } else {
            assertThat(scene.ahead().token("claim")).isEqualTo("10");
            assertThat(scene.ann().token("store 11")).isEqualTo(REFUSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAProcessWithAClockAheadLeavesBehindWhenItDies(Engine engine) {
        scene.begin("left", engine);
        scene.ahead().token("initialize");
        scene.ahead().token("claim");
        scene.ahead().token("store 10");
        scene.ann().token("claim");

        if (engine.isOurs()) {
            await().atMost(SOON).until(() -> scene.ann().token("claim").equals("10"));
        } else {
            await().during(LONGER_THAN_A_CLAIM)
                    .atMost(SOON)
                    .until(() -> scene.ann().token("claim").equals(REFUSED));
        }
    }

    private void annIsPausedAndBobTakesOver() {
        scene.ann().token("initialize");
        scene.ann().token("claim");
        scene.ann().token("store 10");
        scene.ann().stop();
        await().atMost(SOON).until(() -> scene.bob().token("claim").equals("10"));
        assertThat(scene.bob().token("store 20")).isEqualTo("ok");
    }
}
