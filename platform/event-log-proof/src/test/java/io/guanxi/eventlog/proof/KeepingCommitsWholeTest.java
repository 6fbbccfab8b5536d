package io.guanxi.eventlog.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventlog.proof.engine.Engine;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What becomes of a commit whose writer dies or is overtaken, on the log of the house and on the extension it replaces. What
 * is asserted of the extension is what it does, not what it should.
 */
@ExtendWith(SharedScene.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class KeepingCommitsWholeTest {

    private final Scene scene;

    KeepingCommitsWholeTest(Scene scene) {
        this.scene = scene;
    }

    @ParameterizedTest
    @EnumSource
    void aWriterThatIsKilledBetweenTwoRequestsOfOneCommit(Engine engine) {
        scene.begin("killed", engine);
        int most = scene.ann().mostInserts();
        scene.ann().dieAfterInserts(1);
        scene.ann().begin("torn", "stream", 0, most + 1);
        scene.ann().replace();

        assertThat(scene.bob().lastSequence("stream"))
                .isEqualTo(
                        switch (engine) {
                            case CHAINED, DOCUMENT_PER_COMMIT -> most;
                            case DOCUMENT_PER_EVENT -> most - 1;
                        });
    }

    @ParameterizedTest
    @EnumSource
    void aCommitThatIsRefusedIsNotThere(Engine engine) {
        scene.begin("refused", engine);
        int most = scene.ann().mostInserts();
        boolean oneRequest = engine != Engine.DOCUMENT_PER_EVENT;
        scene.ann().holdAfterInserts(oneRequest ? 0 : 1);
        scene.ann().begin("slow", "stream", 0, most + 1);
        scene.ann().awaitHeld();
        scene.bob().append("quick", "stream", scene.bob().lastSequence("stream") + 1, 1);
        scene.ann().release();

        assertThat(scene.ann().outcome("slow")).isEqualTo("refused");
        List<String> stored = scene.bob().readFromTheBeginning();
        assertThat(stored).contains("quick/0/1").hasSize(oneRequest ? 1 : most + 1);
    }

    @ParameterizedTest
    @EnumSource
    void aReplyIsLostAndTheCallerTriesAgain(Engine engine) {
        scene.begin("reply", engine);
        scene.cut().append("before", "stream", 0, 1);
        scene.wire().loseReplyOfNextInsert();

        String first = scene.cut().append("lost", "stream", 1, 3);
        String again = scene.cut().append("lost", "stream", 1, 3);

        assertThat(scene.bob().readFromTheBeginning())
                .containsExactly("before/0/1", "lost/0/3", "lost/1/3", "lost/2/3");
        assertThat(again).isEqualTo("refused");
        if (engine.isOurs()) {
            assertThat(first).isEqualTo("ok");
        } else {
            assertThat(first).startsWith("unknown");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCommitOfManyEventsIsWholeWhereOneRequestTakesIt(Engine engine) {
        scene.begin("whole", engine);
        assertThat(scene.ann().append("whole", "stream", 0, 5)).isEqualTo("ok");
        assertThat(scene.bob().readFromTheBeginning())
                .containsExactlyElementsOf(LongStream.range(0, 5)
                        .mapToObj(n -> "whole/" + n + "/5")
                        .toList());
    }
}
