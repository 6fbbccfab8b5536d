package io.guanxi.loyalty.account.history;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was an account like at a moment? */
@Component
public class RecallingAnAccount {

    private final AccountHistory history;
    private final RuleBooks books;
    private final Clock clock;

    RecallingAnAccount(AccountHistory history, RuleBooks books, Clock clock) {
        this.history = history;
        this.books = books;
        this.clock = clock;
    }

    /**
     * @param asOf now if it is null
     * @param knownAt now if it is null
     * @return empty if the account was not open then, or not known
     * @throws IllegalArgumentException if a moment is in the future
     */
    public Optional<AccountThen> of(CustomerKey customer, @Nullable Instant asOf, @Nullable Instant knownAt) {
        Instant now = clock.instant();
        return Optional.of(AccountThen.of(
                        history.recorded(customer),
                        past("asOf", asOf, now),
                        knownAt == null ? null : past("knownAt", knownAt, now),
                        now,
                        book(customer.tenant())))
                .filter(then -> then.account().opened());
    }

    public Instant now() {
        return clock.instant();
    }

    /** The rules of the customer's tenant, with all their versions. */
    public RuleBook book(String tenant) {
        return books.of(tenant);
    }

    private static Instant past(String name, @Nullable Instant moment, Instant now) {
        Instant given = Objects.requireNonNullElse(moment, now);
        if (given.isAfter(now)) {
            throw new IllegalArgumentException(name + ": " + given + " (expected: " + now + " or before)");
        }
        return given;
    }
}
