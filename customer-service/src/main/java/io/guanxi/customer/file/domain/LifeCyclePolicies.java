package io.guanxi.customer.file.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the life cycle, in the order in which they are asked; the first that applies decides.
 *
 * <p>A stage follows from the times of the standing orders and the moment of the last review alone, and not from the order
 * in which the news came. An old order that comes late counts as an order; it wins nobody back for a silence that lies
 * after it, but it may show that a silence was shorter than it seemed, and then the stage is put right. A silence that no
 * review looked into is a loss all the same: the next order ends it.
 */
public final class LifeCyclePolicies {

    private final Duration dormantAfter;
    private final Duration lostAfter;
    private final List<LifeCycleRule> rules;

    /** @throws IllegalArgumentException unless {@code 0 < dormantAfter < lostAfter} */
    public LifeCyclePolicies(Duration dormantAfter, Duration lostAfter) {
        if (!dormantAfter.isPositive() || dormantAfter.compareTo(lostAfter) >= 0) {
            throw new IllegalArgumentException("dormant after " + dormantAfter + ", lost after " + lostAfter
                    + " (expected: dormant after a positive time, and lost later than that)");
        }
        this.dormantAfter = dormantAfter;
        this.lostAfter = lostAfter;
        this.rules = List.of(
                aCustomerWithoutAnOrderIsPotential(),
                aCustomerWithoutAnOrderForTooLongIsLost(lostAfter),
                aCustomerWithoutAnOrderForLongIsDormant(dormantAfter),
                theFirstOrderAfterALossWinsTheCustomerBack(lostAfter),
                theFirstOrderMakesACustomerActive(),
                everyFurtherOrderMakesACustomerReturning());
    }

    public Duration dormantAfter() {
        return dormantAfter;
    }

    public Duration lostAfter() {
        return lostAfter;
    }

    /** The sentences of all rules, in the order in which they are asked. */
    public List<String> sentences() {
        return rules.stream().map(LifeCycleRule::sentence).toList();
    }

    Standing assess(NotedOrders orders, Instant knownSince, @Nullable Instant asOf) {
        var purchases = new Purchases(orders, knownSince, asOf, lostAfter);
        return rules.stream()
                .filter(rule -> rule.applies().test(purchases))
                .findFirst()
                .orElseThrow()
                .standing(purchases);
    }

    /** The sentence of the rule of this name; empty if it is a rule of former times. */
    public Optional<String> sentenceOf(String ruleName) {
        return rules.stream()
                .filter(rule -> rule.name().equals(ruleName))
                .map(LifeCycleRule::sentence)
                .findFirst();
    }

    /** The period in days that the rule of this name is configured with, or null if it has none. */
    @Nullable
    Integer daysOf(String ruleName) {
        for (var rule : rules) {
            var period = rule.period();
            if (rule.name().equals(ruleName) && period != null) {
                return Math.toIntExact(period.toDays());
            }
        }
        return null;
    }

    private static LifeCycleRule aCustomerWithoutAnOrderIsPotential() {
        return new LifeCycleRule(
                "no-order",
                "A customer without a standing order is potential.",
                Stage.POTENTIAL,
                null,
                Purchases::none,
                Purchases::knownSince);
    }

    private static LifeCycleRule aCustomerWithoutAnOrderForTooLongIsLost(Duration lostAfter) {
        return new LifeCycleRule(
                "too-long-without-an-order",
                "A customer without an order for " + lostAfter.toDays() + " days is lost.",
                Stage.LOST,
                lostAfter,
                purchases -> purchases.silentFor(lostAfter),
                purchases -> purchases.last().plus(lostAfter));
    }

    private static LifeCycleRule aCustomerWithoutAnOrderForLongIsDormant(Duration dormantAfter) {
        return new LifeCycleRule(
                "long-without-an-order",
                "A customer without an order for " + dormantAfter.toDays() + " days is dormant.",
                Stage.DORMANT,
                dormantAfter,
                purchases -> purchases.silentFor(dormantAfter),
                purchases -> purchases.last().plus(dormantAfter));
    }

    private static LifeCycleRule theFirstOrderAfterALossWinsTheCustomerBack(Duration lostAfter) {
        return new LifeCycleRule(
                "first-order-after-a-loss",
                "The first order after " + lostAfter.toDays() + " days without one wins the customer back.",
                Stage.WON_BACK,
                lostAfter,
                purchases -> purchases.hasBeenLost() && purchases.inThisRun() == 1,
                Purchases::last);
    }

    private static LifeCycleRule theFirstOrderMakesACustomerActive() {
        return new LifeCycleRule(
                "first-order",
                "The first order makes a customer active.",
                Stage.ACTIVE,
                null,
                purchases -> purchases.inThisRun() == 1,
                Purchases::last);
    }

    private static LifeCycleRule everyFurtherOrderMakesACustomerReturning() {
        return new LifeCycleRule(
                "further-order",
                "A further order makes a customer returning.",
                Stage.RETURNING,
                null,
                purchases -> true,
                Purchases::secondOfThisRun);
    }
}
