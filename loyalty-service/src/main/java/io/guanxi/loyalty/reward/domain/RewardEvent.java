package io.guanxi.loyalty.reward.domain;

import java.time.Instant;

/** What happens to the stock of a reward. */
public sealed interface RewardEvent {

    /** The points that are kept aside for the unit. */
    String holdId();

    /**
     * A unit is given to a customer.
     *
     * @param account who gets it, as {@code tenant/customerId}
     * @param taken how many are given now
     */
    record UnitTaken(String holdId, String account, long taken, Instant at) implements RewardEvent {}

    /**
     * Nothing was paid, so the unit is there again; or none was taken yet, and none will be.
     *
     * @param taken how many are given now
     */
    record UnitGivenBack(String holdId, boolean wasTaken, long taken, Instant at) implements RewardEvent {}
}
