package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.LoyaltyEvent.AccountOpened;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.CancellationNoted;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.LedgerEntry;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.NothingEarned;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsEarned;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsReversedByCancellation;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsReversedByReturn;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.RefundCarriedForward;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A loyalty account as its events have made it.
 *
 * <p>Always {@code balance = earned - reversed}, which is the sum over its orders of {@link OrderStanding#netPoints()}, and
 * never negative.
 *
 * @param id tenant and customer; absent until the account is opened
 * @param balance points the customer has
 * @param earned points ever earned
 * @param reversed points ever taken back
 * @param orders what is remembered of each order, by shop and order; an update costs the same for ten orders and ten thousand
 */
public record LoyaltyAccount(
        @Nullable String id, long balance, long earned, long reversed, Map<String, OrderStanding> orders) {

    /** The largest balance that the published schemas allow; it is exact in every JSON reader. */
    public static final long LARGEST_BALANCE = 1_000_000_000_000_000L;

    public LoyaltyAccount {
        orders = OrderStandings.of(orders);
    }

    public static LoyaltyAccount unopened() {
        return new LoyaltyAccount(null, 0, 0, 0, OrderStandings.EMPTY);
    }

    public boolean opened() {
        return id != null;
    }

    OrderStanding order(OrderRef order) {
        return orders.getOrDefault(order.key(), OrderStanding.UNKNOWN);
    }

    public static LoyaltyAccount evolve(LoyaltyAccount account, LoyaltyEvent event) {
        return switch (event) {
            case AccountOpened opened ->
                new LoyaltyAccount(opened.account(), account.balance, account.earned, account.reversed, account.orders);
            case LedgerEntry entry -> account.posted(entry, standingAfter(account.order(entry.order()), entry));
        };
    }

    private static OrderStanding standingAfter(OrderStanding order, LedgerEntry entry) {
        return switch (entry) {
            case PointsEarned e -> order.paid(e.paid(), e.points(), e.rule().version(), e.cause());
            case NothingEarned e -> order.paid(e.paid(), 0, e.rule().version(), e.cause());
            case PointsReversedByReturn e ->
                order.returned(e.returnId(), e.share().refund().amount(), e.points());
            case RefundCarriedForward e ->
                order.returned(e.returnId(), e.share().refund().amount(), 0);
            case PointsReversedByCancellation e -> order.cancelled(e.points());
            case CancellationNoted e -> order.cancelled(0);
        };
    }

    private LoyaltyAccount posted(LedgerEntry entry, OrderStanding order) {
        return new LoyaltyAccount(
                id,
                balance + entry.change(),
                earned + Math.max(entry.change(), 0),
                reversed + Math.max(-entry.change(), 0),
                OrderStandings.of(orders).with(entry.order().key(), order));
    }
}
