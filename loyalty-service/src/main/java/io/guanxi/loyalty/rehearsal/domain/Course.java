package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import java.util.List;

/**
 * What happened to an account in a period, really or in a rehearsal.
 *
 * @param before the account when the period began
 * @param events those of the period, in their order
 * @param after the account when the period ended
 * @param refused what could not be done; nothing of what really happened
 */
public record Course(
        LoyaltyAccount before, List<LoyaltyEvent> events, LoyaltyAccount after, List<RefusedInput> refused) {

    public Course {
        events = List.copyOf(events);
        refused = List.copyOf(refused);
    }
}
