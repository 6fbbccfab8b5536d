package io.guanxi.loyalty.account.process;

import io.guanxi.eventing.due.DueWork;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.AdvanceTime;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.account.view.accountsdue.AccountDue;
import io.guanxi.web.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Has each account do what is due on it. An account does it in any case before anything else happens to it, and once, so
 * this makes it happen in time where nothing else does.
 */
final class WhenSomethingIsDueAdvanceTheAccount implements DueWork<AccountDue> {

    private final Due due;
    private final Advance advance;

    /** Asks {@link io.guanxi.loyalty.account.view.accountsdue.AccountsDue}. */
    @FunctionalInterface
    interface Due {
        Page<AccountDue> before(Instant now, @Nullable String cursor, int limit);
    }

    /** Tells {@link io.guanxi.loyalty.account.command.LoyaltyAccounts}. */
    @FunctionalInterface
    interface Advance {
        void of(AdvanceTime command, Origin origin);
    }

    WhenSomethingIsDueAdvanceTheAccount(Due due, Advance advance) {
        this.due = due;
        this.advance = advance;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public Page<AccountDue> before(Instant now, @Nullable String cursor, int limit) {
        return due.before(now, cursor, limit);
    }

    @Override
    public String key(AccountDue account) {
        return account.account();
    }

    /**
     * Only to what was found, so that each thing is recorded as having happened when it was due; and never beyond the present,
     * since an account's time does not go back.
     */
    @Override
    public void check(AccountDue account, Instant now) {
        if (account.due().isAfter(now)) {
            return;
        }
        String cause = "time:" + account.due();
        Origin origin = new Origin(account.tenant(), cause, null, null);
        advance.of(new AdvanceTime(account.account(), new Stamp(cause, account.due(), now)), origin);
    }
}
