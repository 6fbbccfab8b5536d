package io.guanxi.customer.file.process;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * When life cycles are reviewed, and how.
 *
 * @param cron six fields, in {@code zone}
 * @param batch how many customers are looked up at a time
 * @param clockTolerance how far this machine's clock may be ahead: a review looks at the moment this long before its time,
 *     so that nobody becomes dormant or lost early
 */
public record ReviewSchedule(CronExpression cron, ZoneId zone, int batch, Duration clockTolerance) {

    /** The latest review that is due by {@code now} and was not done yet; the ones before it have nothing to add. */
    Optional<Instant> latestDue(Instant done, Instant now) {
        @Nullable Instant latest = null;
        var next = next(done);
        while (next != null && !next.isAfter(now)) {
            latest = next;
            next = next(next);
        }
        return Optional.ofNullable(latest);
    }

    Instant asOf(Instant due) {
        return due.minus(clockTolerance);
    }

    private @Nullable Instant next(Instant after) {
        var next = cron.next(ZonedDateTime.ofInstant(after, zone));
        return next == null ? null : next.toInstant();
    }
}
