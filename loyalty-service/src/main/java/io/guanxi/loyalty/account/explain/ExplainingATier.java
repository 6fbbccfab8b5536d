package io.guanxi.loyalty.account.explain;

import io.guanxi.loyalty.account.domain.Finding;
import io.guanxi.loyalty.account.domain.TierEvent;
import io.guanxi.loyalty.account.domain.TierEvent.Count;
import io.guanxi.loyalty.account.domain.TierEvent.Reason;
import io.guanxi.loyalty.account.domain.TierEvent.TierChanged;
import io.guanxi.loyalty.account.domain.TierEvent.TierFloorChanged;
import io.guanxi.loyalty.account.domain.TierEvent.TierGraceBegan;
import io.guanxi.loyalty.account.domain.TierEvent.TierKept;
import io.guanxi.loyalty.account.domain.TierPolicy;
import io.guanxi.loyalty.account.domain.TierStanding;
import io.guanxi.loyalty.account.explain.TierExplanation.Decided;
import io.guanxi.loyalty.account.explain.TierExplanation.Floor;
import io.guanxi.loyalty.account.explain.TierExplanation.Measured;
import io.guanxi.loyalty.account.explain.TierExplanation.Threshold;
import io.guanxi.loyalty.account.explain.TierExplanation.ToKeep;
import io.guanxi.loyalty.account.explain.TierExplanation.ToRise;
import io.guanxi.loyalty.account.history.AccountThen;
import io.guanxi.loyalty.account.history.RecordedLine;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.domain.TierRules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Explains the tier of an account at a moment by the rules that held then. */
public final class ExplainingATier {

    private ExplainingATier() {}

    public static TierExplanation explain(AccountThen then, RuleBook book) {
        PublishedRules published = book.inForce(then.asOf(), then.knownAt());
        TierOutlook outlook =
                TierOutlook.of(then.account(), published, then.asOf()).orElse(null);
        TierStanding standing = then.account().tier();
        TierEvent decided = decided(then.lines());
        var told = new TierStory(then.asOf(), published.rules().zone(), standing, decided, outlook);
        return new TierExplanation(
                then.asOf(),
                then.knownAt(),
                standing == null ? null : standing.tier(),
                standing == null ? null : standing.earned(),
                standing == null ? null : standing.since(),
                standing == null ? null : standing.review(),
                standing == null ? null : standing.grace(),
                standing == null ? null : floor(standing.floor()),
                outlook == null ? null : measured(outlook),
                outlook == null ? List.of() : thresholds(outlook),
                decided == null ? null : decided(decided),
                outlook == null || standing == null
                        ? List.of()
                        : TierPolicies.about(standing, decided, outlook).stream()
                                .map(ExplainingAnEntry::policy)
                                .toList(),
                outlook == null ? null : toKeep(outlook),
                outlook == null ? null : toRise(outlook),
                Language.inEach(wording -> wording.standing().tier(told)));
    }

    /**
     * All that is told of a tier.
     *
     * @param standing absent if the account has none
     * @param outlook absent if the programme has no tiers
     */
    record TierStory(
            Instant asOf,
            ZoneId zone,
            @Nullable TierStanding standing,
            @Nullable TierEvent decided,
            @Nullable TierOutlook outlook) {}

    private static @Nullable TierEvent decided(List<RecordedLine> lines) {
        return lines.reversed().stream()
                .map(RecordedLine::event)
                .filter(TierEvent.class::isInstance)
                .map(TierEvent.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Floor floor(TierStanding.@Nullable Floor floor) {
        return floor == null ? null : new Floor(floor.tier(), floor.reason(), floor.until());
    }

    private static Measured measured(TierOutlook outlook) {
        TierRules rules = outlook.rules();
        return new Measured(
                outlook.version(),
                lower(rules.measure()),
                rules.unit(),
                lower(rules.window().kind()),
                rules.window().months(),
                outlook.count().value().toPlainString(),
                outlook.count().from(),
                outlook.count().until());
    }

    private static List<Threshold> thresholds(TierOutlook outlook) {
        return outlook.rules().tiers().stream()
                .map(tier -> new Threshold(
                        tier.code(),
                        tier.names(),
                        tier.threshold().toPlainString(),
                        outlook.count().value().compareTo(tier.threshold()) >= 0))
                .toList();
    }

    /** What was counted and why it came so. */
    public static Decided decided(TierEvent event) {
        return switch (event) {
            case TierChanged e -> decided("tier-changed", e.reason(), e.count(), e);
            case TierKept e -> decided("tier-kept", null, e.count(), e);
            case TierGraceBegan e -> decided("tier-grace-began", null, e.count(), e);
            case TierFloorChanged e -> decided("tier-floor-changed", e.reason(), null, e);
        };
    }

    private static Decided decided(String what, @Nullable Reason reason, @Nullable Count count, TierEvent event) {
        return new Decided(
                what,
                reason == null ? null : lower(reason),
                event.ruleVersion(),
                count == null ? null : count.value().toPlainString(),
                count == null ? null : count.from(),
                count == null ? null : count.until(),
                event.findings().stream().map(ExplainingAnEntry::policy).toList(),
                event.cause(),
                event.at());
    }

    private static @Nullable ToKeep toKeep(TierOutlook outlook) {
        TierOutlook.Keeping keeping = outlook.keeping();
        return keeping == null
                ? null
                : new ToKeep(
                        keeping.tier().code(),
                        keeping.missing().toPlainString(),
                        outlook.rules().unit(),
                        keeping.judged(),
                        keeping.otherwise().code(),
                        keeping.graceUntil());
    }

    /** What is missing for the next tier, as an account shows it; null on the highest. */
    public static @Nullable ToRise toRise(TierOutlook outlook) {
        TierOutlook.Rising rising = outlook.rising();
        return rising == null
                ? null
                : new ToRise(
                        rising.tier().code(),
                        rising.tier().names(),
                        rising.missing().toPlainString(),
                        outlook.rules().unit(),
                        rising.before(),
                        rising.effective());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Which policies have a say in a tier, and what each decides about it. */
    private static final class TierPolicies {

        private TierPolicies() {}

        static List<Finding> about(TierStanding standing, @Nullable TierEvent decided, TierOutlook outlook) {
            TierRules rules = outlook.rules();
            boolean lowest = standing.earned().equals(rules.tiers().getFirst().code());
            boolean floored = !standing.tier().equals(standing.earned());
            TierOutlook.Keeping keeping = outlook.keeping();
            boolean atOnce = rules.upgrade() == TierRules.Upgrade.AT_ONCE;
            return List.of(
                    finding(TierPolicy.EVERYBODY_HAS_THE_LOWEST_TIER, lowest),
                    atOnce
                            ? finding(TierPolicy.A_COUNT_THAT_REACHES_A_THRESHOLD_GIVES_ITS_TIER_AT_ONCE, !lowest)
                            : finding(TierPolicy.TIERS_CHANGE_AT_REVIEWS_ONLY, true),
                    finding(
                            TierPolicy.AN_UPGRADE_THAT_A_RETURNED_ORDER_HAD_MADE_IS_UNDONE,
                            reason(decided) == Reason.RETURN_UNDID_UPGRADE),
                    finding(TierPolicy.A_TIER_THAT_IS_STILL_EARNED_IS_KEPT, keeping != null && keeping.isEnough()),
                    finding(TierPolicy.A_TIER_IS_KEPT_FOR_A_TIME_OF_GRACE, standing.grace() != null),
                    finding(
                            rules.downgrade() == TierRules.Downgrade.ONE_TIER
                                    ? TierPolicy.A_TIER_THAT_IS_NOT_EARNED_ANY_MORE_FALLS_BY_ONE
                                    : TierPolicy.A_TIER_THAT_IS_NOT_EARNED_ANY_MORE_FALLS_TO_THE_EARNED_ONE,
                            reason(decided) == Reason.REVIEW || reason(decided) == Reason.GRACE_ENDED),
                    finding(TierPolicy.NOBODY_FALLS_BELOW_A_FLOOR, floored));
        }

        private static @Nullable Reason reason(@Nullable TierEvent decided) {
            return decided instanceof TierChanged changed ? changed.reason() : null;
        }

        private static Finding finding(TierPolicy policy, boolean applied) {
            return new Finding(policy.code(), applied);
        }
    }
}
