package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that is the same for all accounts of one rehearsal. */
public final class Stage {

    private final Period period;
    private final RuleBook real;
    private final RehearsedRules rules;
    private final TierLadders tiers;
    private final ZoneId zone;
    private final List<Instant> monthEnds;

    private Stage(Period period, RuleBook real, RehearsedRules rules) {
        this.period = period;
        this.real = real;
        this.rules = rules;
        Instant end = period.until().minusNanos(1);
        this.zone = real.inForce(end, end).rules().zone();
        this.tiers = TierLadders.of(
                real.inForce(end, end).rules(), rules.book().inForce(end, end).rules());
        this.monthEnds = period.monthEnds(zone);
    }

    /**
     * @param real the versions that were published
     * @param draft from the beginning of the period; absent to rehearse the rules as they really were
     */
    public static Stage of(Period period, RuleBook real, @Nullable ProgrammeRules draft) {
        RehearsedRules rules =
                draft == null ? RehearsedRules.real(real) : RehearsedRules.trying(draft, real, period.from());
        return new Stage(period, real, rules);
    }

    /** @param recorded all events of the account, in their order */
    public Comparison compare(String account, List<RecordedChange> recorded) {
        var rehearsal = new Rehearsal(account, recorded, period);
        Course now = rehearsal.asItWas(real);
        Course then = rehearsal.by(rules);
        return Comparison.of(
                account,
                AccountOutcome.of(now, monthEnds),
                AccountOutcome.of(then, monthEnds),
                tiers,
                SameEntries.in(now, then));
    }

    public RehearsalReport report(RehearsalSums sums) {
        return new Reporting(real, rules.book(), period, zone).report(sums);
    }
}
