package io.guanxi.eventlog.audit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an audit saw.
 *
 * @param from the position at which it began
 * @param end the position after the last event that it saw; another audit can go on from here
 * @param streams how many streams have a commit in between
 * @param counts how many findings there are of each kind; kinds without one are left out
 * @param findings the first ones of each kind
 * @param clockWentBack how many commits were recorded before the one that stands before them, by their writers' clocks; that
 *     is no fault, since no position depends on a clock
 * @param digest SHA-256 over all commits that it saw, as an archive of them has it; null if one of them cannot be read
 */
public record AuditReport(
        long from,
        long end,
        long commits,
        long events,
        long streams,
        Map<FindingKind, Long> counts,
        List<Finding> findings,
        long clockWentBack,
        @Nullable String digest) {

    public boolean clean() {
        return counts.isEmpty();
    }

    /** Whether readers pass through the log, whatever else was found. */
    public boolean chainHolds() {
        return counts.keySet().stream().noneMatch(FindingKind::breaksTheChain);
    }
}
