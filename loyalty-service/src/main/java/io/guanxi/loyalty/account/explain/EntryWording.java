package io.guanxi.loyalty.account.explain;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.loyalty.account.domain.CheckoutEntry;
import io.guanxi.loyalty.account.domain.GiftEntry;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.OrderEntry;
import io.guanxi.loyalty.account.domain.TimeEntry;
import java.time.ZoneId;

/** One language's sentences for the lines of the ledger. */
abstract sealed class EntryWording permits EnglishEntries, ChineseEntries {

    /**
     * Why the entry is as it is.
     *
     * @param zone in which days are named
     */
    String sentence(LedgerEntry entry, ZoneId zone) {
        String what = switch (entry) {
            case OrderEntry e -> order(e, zone);
            case TimeEntry e -> time(e, zone);
            case CheckoutEntry e -> checkout(e, zone);
            case GiftEntry e -> gift(e);
        };
        return what + balance(entry);
    }

    abstract String order(OrderEntry entry, ZoneId zone);

    abstract String time(TimeEntry entry, ZoneId zone);

    abstract String checkout(CheckoutEntry entry, ZoneId zone);

    abstract String gift(GiftEntry entry);

    abstract String balance(LedgerEntry entry);

    static String customer(String account) {
        return CustomerKey.parse(account).customerId();
    }
}
