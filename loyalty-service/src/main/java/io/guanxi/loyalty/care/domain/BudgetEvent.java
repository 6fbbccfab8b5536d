package io.guanxi.loyalty.care.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to the goodwill budget of one month. Events that were stored before customers were told apart have no
 * account.
 */
public sealed interface BudgetEvent {

    /** The customer who is compensated, as {@code tenant/customerId}. */
    @Nullable
    String account();

    /** The ticket that the points are for. */
    String complaint();

    long points();

    Instant at();

    /** Points are set aside for a complaint, before they are granted. */
    record GoodwillReserved(@Nullable String account, String complaint, long points, String cause, Instant at)
            implements BudgetEvent {}

    /** They were not granted after all. */
    record ReservationGivenBack(@Nullable String account, String complaint, long points, String cause, Instant at)
            implements BudgetEvent {}
}
