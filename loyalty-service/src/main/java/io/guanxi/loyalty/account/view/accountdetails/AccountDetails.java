package io.guanxi.loyalty.account.view.accountdetails;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.history.RecordedLine;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An account at a glance, as large for ten thousand orders as for ten.
 *
 * @param balance what can be used of the main purse
 * @param earned points of the main purse that orders ever earned
 * @param reversed points of the main purse that were ever taken back for returned and cancelled orders
 * @param entries lines in the ledger, those that moved no points included
 * @param purses by currency of points
 * @param tier absent if the account has none
 * @param grade the customer's grade; absent if unknown
 * @param family the family whose account the points go to; absent if there is none
 * @param vouchers those that can still be used, the oldest first
 * @param endings which points of the main purse end, as far as that is small enough to be remembered here
 * @param openedAt when that happened which opened the account
 * @param updatedAt when the latest line happened, or the account was opened
 * @param version sequence of the last event of the account that is counted in
 */
public record AccountDetails(
        String customerId,
        long balance,
        long earned,
        long reversed,
        long entries,
        Map<String, Purse> purses,
        @Nullable Tier tier,
        @Nullable String grade,
        @Nullable String family,
        List<UsableVoucher> vouchers,
        Endings endings,
        Instant openedAt,
        Instant updatedAt,
        long version) {

    /** Documents of before there were purses know their balance alone. */
    public AccountDetails {
        purses = purses == null
                ? Map.of(LedgerEntry.MAIN_PURSE, Purse.EMPTY.with(balance, earned, reversed))
                : Collections.unmodifiableMap(new TreeMap<>(purses));
        vouchers = vouchers == null ? List.of() : List.copyOf(vouchers);
        endings = Objects.requireNonNullElse(endings, Endings.NONE);
    }

    /**
     * The points of one currency. Always {@code pending + available + held = given - used}.
     *
     * @param debt points that are owed beside it
     * @param given points that ever came from outside
     * @param used points that ever went there
     */
    public record Purse(long available, long pending, long held, long debt, long given, long used) {

        static final Purse EMPTY = new Purse(0, 0, 0, 0, 0, 0);

        private Purse with(long balance, long in, long out) {
            return new Purse(balance, 0, 0, 0, in, out);
        }

        boolean isEmpty() {
            return available == 0 && pending == 0 && held == 0;
        }
    }

    /**
     * Where the account stands among the tiers.
     *
     * @param code what counts: the earned tier, or the floor if that is higher
     * @param earned what was earned by orders alone
     * @param since when the earned one was reached
     * @param review when it is reviewed next; absent if never
     * @param grace until when a tier is kept that is not earned any more; absent if there is no such time
     * @param floor the lowest tier that the account has by a person's decision; absent if nobody has decided so
     */
    public record Tier(
            String code,
            String earned,
            Instant since,
            @Nullable Instant review,
            @Nullable Instant grace,
            @Nullable Floor floor) {}

    /** @param until the first moment at which it no longer holds; absent if it has no end */
    public record Floor(
            String tier, String reason, @Nullable Instant until) {}

    /**
     * @param expires the first moment at which it cannot be used any more
     * @param reservedFor the order that keeps it aside; absent if none does
     * @param reservedUntil when that ends by itself
     */
    public record UsableVoucher(
            String voucherId,
            String reward,
            Money value,
            Instant expires,
            @Nullable OrderRef reservedFor,
            @Nullable Instant reservedUntil) {}

    /** The document that a view which has seen these events would have; empty if they do not open the account. */
    public static Optional<AccountDetails> folded(CustomerKey customer, List<RecordedLine> lines) {
        AccountDetails details = null;
        for (RecordedLine line : lines) {
            Instant at = Objects.requireNonNullElse(line.event().at(), line.happened());
            details = details == null
                    ? DetailsAfter.opening(customer.customerId(), at, line.sequence())
                    : new DetailsAfter(details).event(line.event(), at, line.sequence());
        }
        return Optional.ofNullable(details);
    }

    /** What can be used, waits, is held and owed in one currency; nothing if the account never had any. */
    public Purse purse(String code) {
        return purses.getOrDefault(code, Purse.EMPTY);
    }
}
