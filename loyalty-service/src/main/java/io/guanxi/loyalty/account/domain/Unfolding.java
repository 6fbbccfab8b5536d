package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.programme.domain.RuleBook;
import java.util.ArrayList;
import java.util.List;

/** A decision as it grows: each event that is added is folded in, so that the next one builds on it. */
final class Unfolding {

    private final RuleBook book;
    private final List<LoyaltyEvent> events = new ArrayList<>();
    private LoyaltyAccount account;

    Unfolding(LoyaltyAccount account, RuleBook book) {
        this.account = account;
        this.book = book;
    }

    RuleBook book() {
        return book;
    }

    LoyaltyAccount account() {
        return account;
    }

    void then(LoyaltyEvent event) {
        account = LoyaltyAccount.evolve(account, event);
        events.add(event);
    }

    int size() {
        return events.size();
    }

    List<LoyaltyEvent> events() {
        return events;
    }
}
