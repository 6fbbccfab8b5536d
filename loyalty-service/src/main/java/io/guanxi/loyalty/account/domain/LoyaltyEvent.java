package io.guanxi.loyalty.account.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can happen to a loyalty account. The first event of every account is {@link AccountOpened}. */
public sealed interface LoyaltyEvent
        permits LoyaltyEvent.AccountOpened, LoyaltyEvent.DueSet, Fact, LedgerEntry, TierEvent, VoucherEvent {

    /** When it happened in the account's own time, which only grows; absent in events of before that time was kept. */
    @Nullable
    Instant at();

    /**
     * The first thing that was heard of a customer opens the account.
     *
     * @param account tenant and customer, as {@code tenant/customerId}
     * @param order the order, in whatever state it was first heard of; absent if it was not an order that opened it
     * @param cause id of the order event or request that brought this about
     */
    record AccountOpened(
            String account,
            @Nullable OrderRef order,
            String cause,
            @Nullable Instant at) implements LoyaltyEvent {}

    /**
     * The next moment at which something happens on the account by itself has changed.
     *
     * @param due absent if there is no such moment
     */
    record DueSet(@Nullable Instant due, Instant at) implements LoyaltyEvent {}
}
