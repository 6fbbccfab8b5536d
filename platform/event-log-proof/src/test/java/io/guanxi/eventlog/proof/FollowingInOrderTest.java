package io.guanxi.eventlog.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventlog.proof.engine.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a follower sees when a clock is wrong or a writer slow, on the log of the house and on the extension it replaces. What
 * is asserted of the extension is what it does, not what it should.
 */
@ExtendWith(SharedScene.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class FollowingInOrderTest {

    /** More than the second by which the extension looks back. */
    private static final Duration LOOK_BACK = Duration.ofMillis(1300);

    private final Scene scene;

    FollowingInOrderTest(Scene scene) {
        this.scene = scene;
    }

    @ParameterizedTest
    @EnumSource
    void anEventThatIsStampedAnHourAheadHidesThoseAfterIt(Engine engine) {
        scene.begin("ahead", engine);
        List<String> followed = new ArrayList<>();
        scene.ahead().append("ahead", "one", 0, 1);
        followed.addAll(scene.bob().read());
        scene.ann().append("now", "two", 0, 2);
        followed.addAll(scene.bob().read());

        assertThat(scene.bob().readFromTheBeginning()).contains("ahead/0/1", "now/0/2", "now/1/2");
        if (engine.isOurs()) {
            assertThat(followed).containsExactly("ahead/0/1", "now/0/2", "now/1/2");
        } else {
            assertThat(followed).containsExactly("ahead/0/1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReplayFollowsTheClocksOfTheWritersAndNotTheStream(Engine engine) {
        scene.begin("order", engine);
        scene.ahead().append("first", "stream", 0, 1);
        scene.ann().append("second", "stream", 1, 1);

        assertThat(scene.bob().readFromTheBeginning())
                .isEqualTo(engine.isOurs() ? List.of("first/0/1", "second/0/1") : List.of("second/0/1", "first/0/1"));
    }

    @ParameterizedTest
    @EnumSource
    void anEventThatIsStoredLateIsPassedBy(Engine engine) {
        scene.begin("late", engine);
        scene.ann().holdAfterInserts(0);
        scene.ann().begin("late", "slow", 0, 1);
        scene.ann().awaitHeld();
        long held = System.nanoTime();
        List<String> followed = new ArrayList<>();
        for (int n = 0; System.nanoTime() - held < LOOK_BACK.toNanos(); n++) {
            scene.bob().append("quick-" + n, "quick", n, 1);
            followed.addAll(scene.bob().read());
        }
        scene.ann().release();

        assertThat(scene.ann().outcome("late")).isEqualTo("ok");
        followed.addAll(scene.bob().read());
        assertThat(scene.bob().readFromTheBeginning()).contains("late/0/1");
        assertThat(followed.contains("late/0/1")).isEqualTo(engine.isOurs());
    }
}
