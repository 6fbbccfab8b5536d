package io.guanxi.loyalty.measure.explain;

import io.guanxi.loyalty.measure.domain.Attitude;
import io.guanxi.loyalty.measure.domain.Behaviour;
import io.guanxi.loyalty.measure.domain.Classification;
import io.guanxi.loyalty.measure.domain.Judgement;
import io.guanxi.loyalty.measure.domain.Judgement.Comparison;
import io.guanxi.loyalty.measure.domain.Judgement.Criterion;
import io.guanxi.loyalty.measure.domain.Judgement.NotSeen;
import io.guanxi.loyalty.measure.domain.LoyaltyClass;
import io.guanxi.loyalty.measure.domain.LoyaltyType;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.stream.Collectors;

final class EnglishWords implements Words {

    @Override
    public String why(Classification c) {
        String classes = c.possible().stream().map(EnglishWords::name).collect(Collectors.joining(" or "));
        String orders = (c.more() ? "at least " : "") + c.orders() + (c.orders() == 1 ? " order" : " orders")
                + " in the last 365 days";
        String measure =
                c.byMedian() ? "the median of all buyers" : "the least that is asked for, as there are few buyers";
        String behaviour = switch (c.behaviour()) {
            case HIGH -> "High behaviour: " + orders + ", and " + c.asked() + " (" + measure + ") are high.";
            case LOW -> "Low behaviour: " + orders + ", and only " + c.asked() + " (" + measure + ") are high.";
            case TOO_EARLY ->
                "It is too early to judge the behaviour: " + orders + ", and others need longer for a next one.";
        };
        String attitude = switch (c.attitude()) {
            case HIGH -> "High attitude: satisfaction " + c.satisfaction() + " of 5.";
            case LOW -> "Low attitude: satisfaction " + c.satisfaction() + " of 5.";
            case UNKNOWN -> "The attitude is unknown: no satisfaction is reported.";
        };
        return "Loyalty: " + classes + ". " + behaviour + " " + attitude;
    }

    private static String name(LoyaltyClass loyalty) {
        return switch (loyalty) {
            case TRUE -> "true";
            case LATENT -> "latent";
            case SPURIOUS -> "spurious";
            case NONE -> "none";
        };
    }

    @Override
    public String change(Classification c, ZoneId zone) {
        String orders = c.behaviour() == Behaviour.HIGH && c.highUntil() != null
                ? "Without another order the behaviour is low from " + Words.day(c.highUntil(), zone) + " on."
                : c.missing() + (c.missing() == 1 ? " more order" : " more orders") + " would make the behaviour high.";
        String early =
                c.judgedFrom() == null ? "" : " Otherwise it is low from " + Words.day(c.judgedFrom(), zone) + " on.";
        String attitude = c.attitude() == Attitude.UNKNOWN
                ? " An answer about satisfaction would tell which of the classes it is."
                : "";
        return orders + early + attitude;
    }

    @Override
    public String why(Judgement judgement) {
        String type = switch (judgement.type()) {
            case INCENTIVE -> "Loyalty to incentives";
            case PRICE -> "Loyalty to prices";
            case INERTIA -> "Loyalty of habit";
            case MONOPOLY -> "Loyalty for want of another shop";
        };
        String verdict = switch (judgement.verdict()) {
            case YES -> ": it looks like it.";
            case NO -> ": it does not look like it.";
            case TOO_LITTLE_DATA -> ": too little data.";
            case CANNOT_BE_SEEN -> ": it cannot be seen.";
        };
        String criteria = judgement.criteria().stream()
                .map(criterion -> " " + sentence(criterion))
                .collect(Collectors.joining());
        String notSeen = judgement.notSeen().stream()
                .map(what -> " " + sentence(what, judgement.type()))
                .collect(Collectors.joining());
        return type + verdict + criteria + notSeen;
    }

    private static String sentence(Criterion criterion) {
        String what = switch (criterion.measure()) {
            case ORDERS -> "Orders in the last 365 days";
            case SHARE_WITH_INCENTIVE -> "Orders with points, a voucher or a campaign";
            case SHARE_IN_CAMPAIGN -> "Orders in a campaign";
            case CHANNELS -> "Different channels";
            case SHARE_WITH_KNOWN_CHANNEL -> "Orders of a known channel";
            case INTERVAL_VARIATION -> "Variation of the time between orders";
        };
        String bound = (criterion.comparison() == Comparison.AT_LEAST ? "at least " : "at most ")
                + value(criterion, criterion.bound());
        String met = criterion.met() ? "met" : "not met";
        BigDecimal value = criterion.shown();
        return what + ": " + (value == null ? "unknown" : value(criterion, value)) + " (asked for: " + bound + "; "
                + met + ").";
    }

    private static String value(Criterion criterion, BigDecimal value) {
        return switch (criterion.measure()) {
            case ORDERS, CHANNELS, INTERVAL_VARIATION -> value.toPlainString();
            case SHARE_WITH_INCENTIVE, SHARE_IN_CAMPAIGN, SHARE_WITH_KNOWN_CHANNEL -> Words.percent(value);
        };
    }

    private static String sentence(NotSeen what, LoyaltyType type) {
        return switch (what) {
            case USUAL_PRICES -> "Orders do not say the usual prices, so buying only what is cheap is not seen.";
            case OTHER_SHOPS ->
                type == LoyaltyType.MONOPOLY
                        ? "One shop's orders do not show whether there is another one to go to."
                        : "Whether there is another shop to go to is not seen.";
        };
    }

    @Override
    public String priceTolerance() {
        return "Not known: orders say what was paid, and not the usual prices or discounts.";
    }

    @Override
    public String complaintTolerance() {
        return "Not known: complaints are not reported to the programme.";
    }
}
