package io.guanxi.loyalty.account.web;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.command.LoyaltyAccounts;
import io.guanxi.loyalty.account.domain.Foresight;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.explain.ExplainingATier;
import io.guanxi.loyalty.account.explain.TierExplanation.ToRise;
import io.guanxi.loyalty.account.explain.TierOutlook;
import io.guanxi.loyalty.account.view.accountdetails.AccountDetails;
import io.guanxi.loyalty.account.view.accountdetails.Endings;
import io.guanxi.loyalty.account.view.accountdetails.FindAccountDetails;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An account as it is now, from its view and its snapshot. Of the log only the events since the snapshot are read, however
 * long it is; what grows with the orders is the little that the snapshot remembers of each.
 */
@Component
class PresentAccounts {

    private final FindAccountDetails details;
    private final LoyaltyAccounts accounts;
    private final RuleBooks books;
    private final Clock clock;

    PresentAccounts(FindAccountDetails details, LoyaltyAccounts accounts, RuleBooks books, Clock clock) {
        this.details = details;
        this.accounts = accounts;
        this.books = books;
        this.clock = clock;
    }

    /** @throws io.guanxi.web.RequestRefused if no order of the customer is known */
    AccountResponse of(CustomerKey customer, Origin origin) {
        AccountDetails known = details.of(customer).orElseThrow(Accounts::unknown);
        Endings endings = known.endings();
        Optional<Endings.Expiry> next =
                endings.incomplete() ? Endings.nextOf(present(customer, origin, clock.instant())) : endings.next();
        return AccountResponse.of(known, next.orElse(null));
    }

    /** Null on the highest tier, and if the programme has none. */
    @Nullable
    ToRise nextTier(CustomerKey customer, Origin origin) {
        Instant now = clock.instant();
        return nextTier(present(customer, origin, now), books.of(customer.tenant()), now);
    }

    /** @param account with all that is due until now */
    static @Nullable ToRise nextTier(LoyaltyAccount account, RuleBook book, Instant now) {
        return TierOutlook.of(account, book.inForce(now, now), now)
                .map(ExplainingATier::toRise)
                .orElse(null);
    }

    private LoyaltyAccount present(CustomerKey customer, Origin origin, Instant now) {
        LoyaltyAccount stored = accounts.find(customer.toString(), origin, now);
        return Foresight.of(stored, now, books.of(customer.tenant()));
    }
}
