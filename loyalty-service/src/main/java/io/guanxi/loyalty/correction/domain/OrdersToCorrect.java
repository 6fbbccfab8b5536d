package io.guanxi.loyalty.correction.domain;

import io.guanxi.loyalty.account.domain.CustomerThen;
import io.guanxi.loyalty.account.domain.Fact.PaymentNoted;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.OrderEntry.NothingEarned;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsEarned;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.OrderStanding;
import io.guanxi.loyalty.programme.domain.RuleBook;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The orders of one account that corrected rules judge and that other rules have judged so far, in the order in which they
 * were paid, each with what the log says of it and of the customer at that moment.
 */
public final class OrdersToCorrect {

    private OrdersToCorrect() {}

    /** An order, and what the customer was when it was paid. */
    public record Found(OrderFacts facts, CustomerThen then) {}

    /**
     * Reads an account's log.
     *
     * @param right the corrected version
     * @param now when it is judged which rules hold
     */
    public static List<Found> of(List<RecordedChange> log, RuleBook book, int right, Instant now) {
        Map<OrderRef, Found> paid = new LinkedHashMap<>();
        LoyaltyAccount account = LoyaltyAccount.unopened();
        for (RecordedChange change : log) {
            OrderFacts facts = payment(change);
            if (facts != null && !paid.containsKey(facts.order())) {
                paid.put(facts.order(), new Found(facts, CustomerThen.of(account, facts.order())));
            }
            account = LoyaltyAccount.evolve(account, change.event());
        }
        LoyaltyAccount present = account;
        return paid.values().stream()
                .filter(found -> book.inForce(found.facts().paidAt(), now).version() == right)
                .filter(found -> !isJudgedBy(present.order(found.facts().order()), right))
                .toList();
    }

    /** The oldest entries are all that is known of their orders. */
    private static @Nullable OrderFacts payment(RecordedChange change) {
        LoyaltyEvent event = change.event();
        if (event instanceof PaymentNoted noted) {
            return noted.facts();
        }
        if (event instanceof PointsEarned earned) {
            return OrderFacts.of(earned.order(), earned.paid(), change.happened());
        }
        if (event instanceof NothingEarned nothing) {
            return OrderFacts.of(nothing.order(), nothing.paid(), change.happened());
        }
        return null;
    }

    private static boolean isJudgedBy(OrderStanding order, int version) {
        return !order.earned().isEmpty()
                && order.earned().values().stream().allMatch(earned -> earned.ruleVersion() == version);
    }
}
