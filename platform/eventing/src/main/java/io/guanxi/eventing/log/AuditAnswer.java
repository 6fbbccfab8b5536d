package io.guanxi.eventing.log;

import io.guanxi.eventlog.audit.AuditReport;
import io.guanxi.eventlog.audit.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An audit as it is told.
 *
 * @param state {@code running}, {@code done}, {@code cancelled} or {@code failed}
 * @param position how far it is: the position after the last event that it saw
 * @param end where it ends, or will end
 * @param problem the class of what ended it early
 * @param report what it saw; absent while it runs
 */
record AuditAnswer(
        String state,
        long after,
        long position,
        long end,
        @Nullable String problem,
        @Nullable Report report) {

    /** @param mayKnow which streams the caller may be told of; they bear the ids of customers */
    static AuditAnswer of(AuditJob job, Predicate<String> mayKnow) {
        AuditReport report = job.report();
        return new AuditAnswer(
                job.state().name().toLowerCase(Locale.ROOT),
                job.after(),
                job.position(),
                job.end(),
                job.problem(),
                report == null ? null : Report.of(report, mayKnow));
    }

    /**
     * @param counts how many findings there are, by kind
     * @param findings the first ones of each kind
     * @param clockWentBack commits that were recorded before the one that stands before them; no fault
     * @param digest SHA-256 over all commits, as an archive of them has it; absent if one cannot be read
     */
    record Report(
            boolean clean,
            long from,
            long end,
            long commits,
            long events,
            long streams,
            Map<String, Long> counts,
            List<Found> findings,
            long clockWentBack,
            @Nullable String digest) {

        static Report of(AuditReport report, Predicate<String> mayKnow) {
            Map<String, Long> counts = new TreeMap<>();
            report.counts().forEach((kind, count) -> counts.put(kind.code(), count));
            return new Report(
                    report.clean(),
                    report.from(),
                    report.end(),
                    report.commits(),
                    report.events(),
                    report.streams(),
                    counts,
                    report.findings().stream()
                            .map(finding -> Found.of(finding, mayKnow))
                            .toList(),
                    report.clockWentBack(),
                    report.digest());
        }
    }

    /** @param stream absent if it is another tenant's */
    record Found(String kind, long position, @Nullable String stream, String detail) {

        static Found of(Finding finding, Predicate<String> mayKnow) {
            String stream = finding.stream();
            return new Found(
                    finding.kind().code(),
                    finding.position(),
                    stream != null && mayKnow.test(stream) ? stream : null,
                    finding.detail());
        }
    }
}
