package io.guanxi.eventlog.proof.judge;

import io.guanxi.eventlog.proof.engine.SeenEvent;
import io.guanxi.eventlog.proof.journal.Operation;
import io.guanxi.eventlog.proof.journal.Operation.Acknowledged;
import io.guanxi.eventlog.proof.journal.Operation.Invoked;
import io.guanxi.eventlog.proof.journal.Operation.Read;
import io.guanxi.eventlog.proof.journal.Operation.Refused;
import io.guanxi.eventlog.proof.journal.Operation.Stored;
import io.guanxi.eventlog.proof.journal.Operation.TurnedAway;
import io.guanxi.eventlog.proof.journal.Operation.Unknown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * All that is known after a run.
 *
 * @param written what the writers did
 * @param shown what each reader was shown
 * @param unhurt the readers that lived to the end
 * @param followed what the followers did
 * @param effects how many effects each segment has
 * @param view the log, as a reader from the beginning sees it
 */
public record Evidence(
        Collection<Operation> written,
        Map<String, List<Operation>> shown,
        Collection<String> unhurt,
        Collection<Operation> followed,
        Map<Integer, Long> effects,
        List<SeenEvent> view) {

    public List<Finding> judge() {
        List<Finding> findings = new ArrayList<>(JudgingCommits.judge(written, view));
        shown.forEach((name, operations) -> findings.addAll(JudgingReaders.judge(
                name, operations.stream().map(Read.class::cast).toList(), view, unhurt.contains(name))));
        findings.addAll(JudgingClaims.judge(followed, view, effects));
        return findings;
    }

    /** Whether readers and followers have come to the end. */
    public boolean isComplete() {
        boolean shownToAll = unhurt.stream()
                .allMatch(reader -> shown.getOrDefault(reader, List.of()).size() >= view.size());
        return shownToAll
                && effects.values().stream().mapToLong(Long::longValue).sum() >= view.size();
    }

    /** How much there was to judge. */
    public String size() {
        long invoked = count(Invoked.class, written);
        long answered = count(Acknowledged.class, written) + count(Refused.class, written);
        return "%d commits (%d acknowledged, %d refused, %d told unknown, %d cut off by a kill), %d events, %d shown, %d tokens, %d turned away"
                .formatted(
                        invoked,
                        count(Acknowledged.class, written),
                        count(Refused.class, written),
                        count(Unknown.class, written),
                        invoked - answered - count(Unknown.class, written),
                        view.size(),
                        shown.values().stream().mapToInt(List::size).sum(),
                        count(Stored.class, followed),
                        count(TurnedAway.class, followed));
    }

    private static long count(Class<?> kind, Collection<Operation> operations) {
        return operations.stream().filter(kind::isInstance).count();
    }
}
