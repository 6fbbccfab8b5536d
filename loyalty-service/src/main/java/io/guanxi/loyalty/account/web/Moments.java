package io.guanxi.loyalty.account.web;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.loyalty.account.history.AccountThen;
import io.guanxi.loyalty.account.history.RecallingAnAccount;
import io.guanxi.web.RequestRefused;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a question about the past has in common with others: the moment it is about, and how much was known then. */
@Component
class Moments {

    private final RecallingAnAccount recalling;

    Moments(RecallingAnAccount recalling) {
        this.recalling = recalling;
    }

    /** @throws RequestRefused if a moment is none or is in the future, or if no account was known then */
    AccountThen of(CustomerKey customer, @Nullable String asOf, @Nullable String knownAt) {
        Instant moment = instant("asOf", asOf);
        Instant known = instant("knownAt", knownAt);
        return recalling
                .of(customer, notFuture("asOf", moment), notFuture("knownAt", known))
                .orElseThrow(Accounts::unknown);
    }

    private @Nullable Instant notFuture(String name, @Nullable Instant moment) {
        if (moment != null && moment.isAfter(recalling.now())) {
            throw RequestRefused.parameter(name, "must not be in the future");
        }
        return moment;
    }

    private static @Nullable Instant instant(String name, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw RequestRefused.parameter(name, "must be a moment in time, such as 2026-03-01T09:30:00Z");
        }
    }
}
