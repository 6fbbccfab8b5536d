package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.lots.Lots;
import io.guanxi.loyalty.account.domain.lots.PersistentMap;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A loyalty account as its events have made it ({@link AccountEvolution}).
 *
 * <p>For each purse, what is pending, available and held is what its lots hold together, and never negative. Maps whose size
 * grows with the account's history are persistent: an update costs the same for ten orders and ten thousand.
 *
 * @param id tenant and customer; absent until the account is opened
 * @param purses by currency of points
 * @param orders what is remembered of each order, by {@link OrderRef#key()}
 * @param holds every hold there ever was, by id, so that none has a second effect
 * @param vouchers by id
 * @param tier absent as long as no programme with tiers has seen an order
 * @param done the ids of entries that no order, hold or voucher remembers
 * @param clock the account's own time; the latest thing that happened on it
 * @param due when the next thing happens on it by itself; absent if none will
 */
public record LoyaltyAccount(
        @Nullable String id,
        Map<String, PurseStanding> purses,
        Lots lots,
        Map<String, OrderStanding> orders,
        Map<String, Hold> holds,
        Map<String, Voucher> vouchers,
        @Nullable TierStanding tier,
        Profile profile,
        Tally tally,
        Map<String, Boolean> done,
        Instant clock,
        @Nullable Instant due) {

    /** The largest balance that the published schemas allow; it is exact in every JSON reader. */
    public static final long LARGEST_BALANCE = 1_000_000_000_000_000L;

    private static final LoyaltyAccount UNOPENED = new LoyaltyAccount(
            null,
            Map.of(),
            Lots.NONE,
            Map.of(),
            Map.of(),
            Map.of(),
            null,
            Profile.UNKNOWN,
            Tally.EMPTY,
            Map.of(),
            Instant.EPOCH,
            null);

    public LoyaltyAccount {
        purses = Collections.unmodifiableMap(new TreeMap<>(purses));
        orders = PersistentMap.of(orders);
        holds = PersistentMap.of(holds, Due.HOLDS);
        vouchers = PersistentMap.of(vouchers, Due.VOUCHERS);
        done = PersistentMap.of(done);
    }

    public static LoyaltyAccount unopened() {
        return UNOPENED;
    }

    public static LoyaltyAccount evolve(LoyaltyAccount account, LoyaltyEvent event) {
        return AccountEvolution.evolve(account, event);
    }

    public boolean opened() {
        return id != null;
    }

    /** What can be used of the main purse. */
    public long balance() {
        return purse(LedgerEntry.MAIN_PURSE).available();
    }

    public PurseStanding purse(String code) {
        return purses.getOrDefault(code, PurseStanding.EMPTY);
    }

    public OrderStanding order(OrderRef order) {
        return orders.getOrDefault(order.key(), OrderStanding.UNKNOWN);
    }

    /** When a command takes place on this account whose cause happened then. */
    Instant timeOf(Instant happened) {
        return happened.isAfter(clock) ? happened : clock;
    }
}
