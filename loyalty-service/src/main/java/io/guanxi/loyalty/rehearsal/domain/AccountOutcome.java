package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.TierStanding;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a period was for one account.
 *
 * @param purses by currency of points
 * @param owed at the end of each month, by currency of points: what the customer could still use, now or later
 * @param tier at the end; absent if the programme had none for it
 * @param grade at the end; absent if unknown
 * @param opened whether there was an account by the end
 */
public record AccountOutcome(
        Map<String, PointFigures> purses,
        Map<String, List<Long>> owed,
        @Nullable String tier,
        @Nullable String grade,
        boolean opened,
        List<RefusedInput> refused) {

    /** @param monthEnds in their order; the last is the end of the period */
    public static AccountOutcome of(Course course, List<Instant> monthEnds) {
        var flows = new TreeMap<String, PointFigures>();
        var owed = new Owed(course.before(), monthEnds);
        for (LoyaltyEvent event : course.events()) {
            if (event instanceof LedgerEntry entry) {
                flows.merge(entry.purse(), PointFlows.of(entry), PointFigures::plus);
                owed.changes(entry);
            }
        }
        var figures = new TreeMap<String, PointFigures>();
        course.after()
                .purses()
                .forEach((code, standing) -> figures.put(
                        code, flows.getOrDefault(code, PointFigures.NONE).leaving(standing)));
        TierStanding tier = course.after().tier();
        return new AccountOutcome(
                figures,
                owed.atMonthEnds(),
                tier == null ? null : tier.tier(),
                course.after().profile().grade(),
                course.after().opened(),
                course.refused());
    }

    public PointFigures purse(String code) {
        return purses.getOrDefault(code, PointFigures.NONE);
    }

    /** What is owed, month by month. */
    private static final class Owed {

        private final List<Instant> monthEnds;
        private final Map<String, Long> now = new TreeMap<>();
        private final Map<String, long[]> byMonth = new TreeMap<>();
        private int month;

        Owed(LoyaltyAccount before, List<Instant> monthEnds) {
            this.monthEnds = monthEnds;
            before.purses().forEach((code, purse) -> now.put(code, purse.pending() + purse.available() + purse.held()));
        }

        void changes(LedgerEntry entry) {
            Instant at = entry.at();
            while (at != null && month < monthEnds.size() && !at.isBefore(monthEnds.get(month))) {
                endMonth();
            }
            now.merge(entry.purse(), -entry.changeOf(Bucket.OUTSIDE), Long::sum);
        }

        private void endMonth() {
            now.forEach((code, points) ->
                    byMonth.computeIfAbsent(code, none -> new long[monthEnds.size()])[month] = points);
            month++;
        }

        Map<String, List<Long>> atMonthEnds() {
            while (month < monthEnds.size()) {
                endMonth();
            }
            var lists = new TreeMap<String, List<Long>>();
            byMonth.forEach((code, points) ->
                    lists.put(code, Arrays.stream(points).boxed().toList()));
            return lists;
        }
    }
}
