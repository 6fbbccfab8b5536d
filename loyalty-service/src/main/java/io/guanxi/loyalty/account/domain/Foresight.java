package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.programme.domain.RuleBook;
import java.time.Instant;

/** An account as a command would meet it at a moment. Nothing is recorded by looking. */
public final class Foresight {

    private Foresight() {}

    /** With all that is due until then; an account whose own time is later is as it is. */
    public static LoyaltyAccount of(LoyaltyAccount account, Instant moment, RuleBook book) {
        if (!account.opened()) {
            return account;
        }
        var course = new Unfolding(account, book);
        PassingOfTime.until(course, account.timeOf(moment), moment);
        return course.account();
    }
}
