package io.guanxi.loyalty.care.domain;

import java.time.Instant;

/** What can happen to the goodwill budget of one month. */
public sealed interface BudgetEvent {

    /** The ticket that the points are for. */
    String complaint();

    long points();

    Instant at();

    /** Points are set aside for a complaint, before they are granted. */
    record GoodwillReserved(String complaint, long points, String cause, Instant at) implements BudgetEvent {}

    /** They were not granted after all. */
    record ReservationGivenBack(String complaint, long points, String cause, Instant at) implements BudgetEvent {}
}
