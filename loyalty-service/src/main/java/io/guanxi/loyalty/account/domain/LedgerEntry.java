package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.domain.lots.Move;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the account's ledger. It carries all that was known when it was written, so that it can be explained for ever,
 * whatever the rules are by then. A line that moves no points says why it does not.
 */
public sealed interface LedgerEntry extends LoyaltyEvent permits OrderEntry, TimeEntry, CheckoutEntry, GiftEntry {

    /** The purse of every account, and of every entry that names none. */
    String MAIN_PURSE = "points";

    /** Unique and stable: the same cause has the same entry, however often it is reported. */
    String entryId();

    /** The currency of points. */
    String purse();

    /** The lots that this line makes. */
    default List<Lot> lots() {
        return List.of();
    }

    /** What goes from where to where; nothing else changes any balance. */
    List<Move> moves();

    /** What the account owes more from now on; negative if it owes less. */
    default long debtChange() {
        return 0;
    }

    /** The points of the purse that can be used after this line. */
    long balance();

    /** The policies that were asked, in order, and what each decided. */
    List<Finding> findings();

    /** Id of the order event or request that brought this about, or {@code time} and the moment. */
    String cause();

    /** Points that can be used more from now on; negative if fewer, zero if the line only says why nothing moved. */
    default long change() {
        return changeOf(Bucket.AVAILABLE);
    }

    default long changeOf(Bucket bucket) {
        return moves().stream().mapToLong(move -> move.effectOn(bucket)).sum();
    }

    static List<Lot> lotOrNone(@Nullable Lot lot) {
        return lot == null ? List.of() : List.of(lot);
    }
}
