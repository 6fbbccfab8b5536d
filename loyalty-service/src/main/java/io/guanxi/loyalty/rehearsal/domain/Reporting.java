package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.programme.domain.PurseRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.rehearsal.domain.Comparison.Verdict;
import io.guanxi.loyalty.rehearsal.domain.RehearsalReport.Accounts;
import io.guanxi.loyalty.rehearsal.domain.RehearsalReport.Cost;
import io.guanxi.loyalty.rehearsal.domain.RehearsalReport.Liability;
import io.guanxi.loyalty.rehearsal.domain.RehearsalReport.Purse;
import io.guanxi.loyalty.rehearsal.domain.RehearsalReport.Refused;
import io.guanxi.loyalty.rehearsal.domain.RehearsalReport.TierMove;
import io.guanxi.loyalty.rehearsal.domain.RehearsalSums.Group;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what the sums of a rehearsal mean, and what they are worth. */
public final class Reporting {

    private final RuleBook real;
    private final RuleBook rehearsed;
    private final Period period;
    private final ZoneId zone;

    /** @param zone in which months end */
    public Reporting(RuleBook real, RuleBook rehearsed, Period period, ZoneId zone) {
        this.real = real;
        this.rehearsed = rehearsed;
        this.period = period;
        this.zone = zone;
    }

    public RehearsalReport report(RehearsalSums sums) {
        return new RehearsalReport(
                period.from(),
                period.until(),
                zone,
                sums.otherEntries() == 0,
                accounts(sums),
                purses(sums),
                liability(sums),
                tiers(sums),
                costs(sums.grades()),
                costs(sums.tiersNow()),
                refused(sums),
                RehearsalReport.LIMITS);
    }

    private static Accounts accounts(RehearsalSums sums) {
        return new Accounts(
                sums.accounts(),
                sums.differing(),
                sums.verdicts().getOrDefault(Verdict.WINS, 0L),
                sums.verdicts().getOrDefault(Verdict.LOSES, 0L),
                sums.verdicts().getOrDefault(Verdict.MIXED, 0L),
                sums.risen(),
                sums.fallen());
    }

    private List<Purse> purses(RehearsalSums sums) {
        return sums.purses().entrySet().stream()
                .map(purse -> {
                    String code = purse.getKey();
                    PointFigures now = purse.getValue().now();
                    PointFigures then = purse.getValue().then();
                    return new Purse(
                            code,
                            now,
                            then,
                            worth(real, code, period.last(), now.committed()),
                            worth(rehearsed, code, period.last(), then.committed()));
                })
                .toList();
    }

    private List<Liability> liability(RehearsalSums sums) {
        List<Instant> ends = period.monthEnds(zone);
        var lines = new ArrayList<Liability>();
        for (int month = 0; month < ends.size(); month++) {
            for (String purse : sums.purses().keySet()) {
                Instant end = ends.get(month);
                long now = owed(sums.owedNow(), purse, month);
                long then = owed(sums.owedThen(), purse, month);
                lines.add(new Liability(
                        end,
                        purse,
                        now,
                        then,
                        worth(real, purse, end.minusNanos(1), now),
                        worth(rehearsed, purse, end.minusNanos(1), then)));
            }
        }
        return lines;
    }

    private static long owed(Map<String, List<Long>> points, String purse, int month) {
        List<Long> months = points.get(purse);
        return months == null ? 0 : months.get(month);
    }

    private static List<TierMove> tiers(RehearsalSums sums) {
        var moves = new ArrayList<TierMove>();
        sums.tiers()
                .forEach((now, counts) -> counts.forEach(
                        (then, accounts) -> moves.add(new TierMove(unlessNone(now), unlessNone(then), accounts))));
        return moves;
    }

    private List<Cost> costs(Map<String, Group> groups) {
        var costs = new ArrayList<Cost>();
        groups.forEach((name, group) -> group.purses().forEach((purse, points) -> {
            long now = points.now().committed();
            long then = points.then().committed();
            costs.add(new Cost(
                    unlessNone(name),
                    group.accounts(),
                    purse,
                    now,
                    then,
                    worth(real, purse, period.last(), now),
                    worth(rehearsed, purse, period.last(), then)));
        }));
        return costs;
    }

    private static List<Refused> refused(RehearsalSums sums) {
        var lines = new ArrayList<Refused>();
        sums.refused()
                .forEach((kind, reasons) -> reasons.forEach((code, refusals) ->
                        lines.add(new Refused(kind.word(), code, refusals.count(), refusals.points()))));
        return lines;
    }

    private static @Nullable String unlessNone(String code) {
        return code.equals(RehearsalSums.NONE) ? null : code;
    }

    /** Null if the programme states no value for these points. */
    private static @Nullable Money worth(RuleBook book, String purse, Instant moment, long points) {
        return book.inForce(moment, moment)
                .rules()
                .purse(purse)
                .map(PurseRules::value)
                .map(value -> new Money(value.amount().multiply(BigDecimal.valueOf(points)), value.currency()))
                .orElse(null);
    }
}
