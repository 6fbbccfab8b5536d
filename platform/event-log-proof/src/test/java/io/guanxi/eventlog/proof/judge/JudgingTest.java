package io.guanxi.eventlog.proof.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventlog.proof.engine.SeenEvent;
import io.guanxi.eventlog.proof.engine.Segments;
import io.guanxi.eventlog.proof.journal.Operation;
import io.guanxi.eventlog.proof.journal.Operation.Acknowledged;
import io.guanxi.eventlog.proof.journal.Operation.Claimed;
import io.guanxi.eventlog.proof.journal.Operation.Effected;
import io.guanxi.eventlog.proof.journal.Operation.Invoked;
import io.guanxi.eventlog.proof.journal.Operation.Read;
import io.guanxi.eventlog.proof.journal.Operation.Refused;
import io.guanxi.eventlog.proof.journal.Operation.Stored;
import io.guanxi.eventlog.proof.journal.Operation.Unknown;
import io.guanxi.eventlog.proof.judge.Finding.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each promise that is broken on purpose is found, and nothing else is. */
class JudgingTest {

    private static final Invoked INVOKED = new Invoked("c", "s", 0, 2);
    private static final SeenEvent FIRST = new SeenEvent("c/0/2", "s", 0, 0);
    private static final SeenEvent SECOND = new SeenEvent("c/1/2", "s", 1, 1);
    private static final List<SeenEvent> WHOLE = List.of(FIRST, SECOND);
    private static final int SEGMENT = Segments.of("s");

    @Test
    void acceptsWhatWasPromised() {
        assertThat(commits(WHOLE, new Acknowledged("c", 0))).isEmpty();
        assertThat(commits(WHOLE, new Acknowledged("c", -1))).isEmpty();
        assertThat(commits(WHOLE, new Unknown("c", "away"))).isEmpty();
        assertThat(commits(List.of(), new Unknown("c", "away"))).isEmpty();
        assertThat(commits(List.of(), new Refused("c", "conflict"))).isEmpty();
        assertThat(reader(WHOLE, true)).isEmpty();
        assertThat(reader(List.of(FIRST), false)).isEmpty();
    }

    @Test
    void findsWhatIsLostTornDoubledOrThereAfterAll() {
        assertThat(commits(List.of(), new Acknowledged("c", 0))).containsExactly(Kind.ACKNOWLEDGED_AND_LOST);
        assertThat(commits(List.of(FIRST), new Unknown("c", "away"))).containsExactly(Kind.TORN);
        assertThat(commits(WHOLE, new Refused("c", "conflict"))).containsExactly(Kind.REFUSED_AND_THERE);
        assertThat(commits(WHOLE, new Acknowledged("c", 7))).containsExactly(Kind.AT_ANOTHER_POSITION);
        assertThat(commits(List.of(FIRST, SECOND, SECOND))).contains(Kind.STORED_TWICE);
    }

    @Test
    void findsHolesInTheLogAndInStreams() {
        SeenEvent afterHole = new SeenEvent("c/1/2", "s", 1, 2);
        assertThat(commits(List.of(FIRST, afterHole))).contains(Kind.POSITIONS_NOT_DENSE, Kind.NOT_AS_WRITTEN);
        SeenEvent elsewhere = new SeenEvent("c/1/2", "s", 2, 1);
        assertThat(commits(List.of(FIRST, elsewhere))).contains(Kind.STREAM_NOT_DENSE, Kind.NOT_AS_WRITTEN);
        assertThat(kinds(JudgingCommits.judge(List.of(), WHOLE))).containsExactly(Kind.NOT_AS_WRITTEN);
    }

    @Test
    void findsWhatAReaderMissedSawTwiceOrTooEarly() {
        assertThat(reader(List.of(FIRST), true)).containsExactly(Kind.PASSED_BY);
        assertThat(reader(List.of(FIRST, FIRST, SECOND), true)).containsExactly(Kind.SHOWN_TWICE);
        assertThat(reader(List.of(SECOND, FIRST), true)).contains(Kind.OUT_OF_ORDER);
    }

    @Test
    void findsWhatAFormerOwnerStored() {
        Operation old = new Claimed(1, 2, "old", SEGMENT, -1);
        Operation next = new Claimed(10, 11, "next", SEGMENT, -1);

        assertThat(claims(2, old, next, new Stored(12, 13, "next", SEGMENT, 5))).isEmpty();
        assertThat(claims(2, old, next, new Stored(9, 13, "old", SEGMENT, 5))).isEmpty();
        assertThat(claims(2, old, next, new Stored(12, 13, "old", SEGMENT, 5)))
                .containsExactly(Kind.TOKEN_OF_FORMER_OWNER);
        assertThat(claims(2, old, next, new Effected(12, 13, "old", SEGMENT, "c/0/2")))
                .containsExactly(Kind.EFFECT_OF_FORMER_OWNER);
    }

    @Test
    void findsATokenThatWentBack() {
        Operation claim = new Claimed(1, 2, "one", SEGMENT, -1);
        Operation far = new Stored(3, 4, "one", SEGMENT, 9);

        assertThat(claims(2, claim, far, new Stored(5, 6, "one", SEGMENT, 8))).containsExactly(Kind.TOKEN_WENT_BACK);
        assertThat(claims(2, claim, far, new Claimed(5, 6, "two", SEGMENT, 8))).containsExactly(Kind.TOKEN_WENT_BACK);
        assertThat(claims(2, claim, far, new Claimed(3, 6, "two", SEGMENT, 8))).isEmpty();
    }

    @Test
    void findsEffectsThatAreMissingOrDouble() {
        Operation claim = new Claimed(1, 2, "one", SEGMENT, -1);
        Operation effect = new Effected(3, 4, "one", SEGMENT, "c/0/2");

        assertThat(claims(1, claim, effect)).containsExactly(Kind.NO_EFFECT);
        assertThat(claims(3, claim, effect)).containsExactly(Kind.EFFECT_TWICE);
        assertThat(claims(2, claim, effect, effect)).containsExactly(Kind.EFFECT_TWICE);
    }

    private static List<Kind> commits(List<SeenEvent> view, Operation... answers) {
        return kinds(JudgingCommits.judge(
                Stream.concat(Stream.of(INVOKED), Stream.of(answers)).toList(), view));
    }

    private static List<Kind> reader(List<SeenEvent> shown, boolean toTheEnd) {
        List<Read> reads = shown.stream()
                .map(event -> new Read(event.id(), event.stream(), event.sequence(), event.position()))
                .toList();
        return kinds(JudgingReaders.judge("reader", reads, WHOLE, toTheEnd));
    }

    private static List<Kind> claims(long effects, Operation... followed) {
        return kinds(JudgingClaims.judge(List.of(followed), WHOLE, Map.of(SEGMENT, effects)));
    }

    private static List<Kind> kinds(List<Finding> findings) {
        return findings.stream().map(Finding::kind).toList();
    }
}
