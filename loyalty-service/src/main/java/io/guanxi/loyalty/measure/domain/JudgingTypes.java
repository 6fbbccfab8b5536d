package io.guanxi.loyalty.measure.domain;

import io.guanxi.loyalty.measure.domain.Judgement.Comparison;
import io.guanxi.loyalty.measure.domain.Judgement.Criterion;
import io.guanxi.loyalty.measure.domain.Judgement.Measure;
import io.guanxi.loyalty.measure.domain.Judgement.NotSeen;
import io.guanxi.loyalty.measure.domain.Judgement.Verdict;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for the types of loyalty in a customer's orders. A customer can be of several. */
public final class JudgingTypes {

    private JudgingTypes() {}

    public static List<Judgement> of(CustomerMeasures customer, LoyaltyRule rule) {
        return List.of(incentive(customer, rule), price(customer, rule), inertia(customer, rule), MONOPOLY);
    }

    private static final Judgement MONOPOLY =
            new Judgement(LoyaltyType.MONOPOLY, Verdict.CANNOT_BE_SEEN, List.of(), List.of(NotSeen.OTHER_SHOPS));

    private static Judgement incentive(CustomerMeasures customer, LoyaltyRule rule) {
        return judged(
                LoyaltyType.INCENTIVE,
                orders(customer, rule.fewestForType()),
                List.of(atLeast(Measure.SHARE_WITH_INCENTIVE, customer.share(customer.withIncentive()), rule.mostly())),
                List.of());
    }

    private static Judgement price(CustomerMeasures customer, LoyaltyRule rule) {
        return judged(
                LoyaltyType.PRICE,
                orders(customer, rule.fewestForType()),
                List.of(atLeast(Measure.SHARE_IN_CAMPAIGN, customer.share(customer.inCampaign()), rule.mostly())),
                List.of(NotSeen.USUAL_PRICES));
    }

    private static Judgement inertia(CustomerMeasures customer, LoyaltyRule rule) {
        return judged(
                LoyaltyType.INERTIA,
                orders(customer, rule.fewestForHabit()),
                List.of(
                        atMost(Measure.INTERVAL_VARIATION, customer.intervalVariation(), rule.regular()),
                        atLeast(
                                Measure.SHARE_WITH_KNOWN_CHANNEL,
                                customer.share(customer.withChannel()),
                                rule.mostly()),
                        atMost(Measure.CHANNELS, BigDecimal.valueOf(customer.channels()), BigDecimal.ONE),
                        atMost(Measure.SHARE_WITH_INCENTIVE, customer.share(customer.withIncentive()), rule.hardly())),
                List.of(NotSeen.OTHER_SHOPS));
    }

    private static Criterion orders(CustomerMeasures customer, int fewest) {
        return atLeast(Measure.ORDERS, BigDecimal.valueOf(customer.orders()), BigDecimal.valueOf(fewest));
    }

    private static Judgement judged(
            LoyaltyType type, Criterion enough, List<Criterion> criteria, List<NotSeen> notSeen) {
        if (!enough.met()) {
            return new Judgement(type, Verdict.TOO_LITTLE_DATA, List.of(enough), notSeen);
        }
        boolean met = criteria.stream().allMatch(Criterion::met);
        return new Judgement(type, met ? Verdict.YES : Verdict.NO, criteria, notSeen);
    }

    private static Criterion atLeast(Measure measure, @Nullable BigDecimal value, BigDecimal bound) {
        return new Criterion(measure, value, Comparison.AT_LEAST, bound);
    }

    private static Criterion atMost(Measure measure, @Nullable BigDecimal value, BigDecimal bound) {
        return new Criterion(measure, value, Comparison.AT_MOST, bound);
    }
}
