package io.guanxi.loyalty.checkout.web;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.command.LoyaltyAccounts;
import io.guanxi.loyalty.account.domain.CheckoutRejection;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose points pay: the customer's own, or those of the family that the customer is in. */
@Component
class Payers {

    private final LoyaltyAccounts accounts;

    Payers(LoyaltyAccounts accounts) {
        this.accounts = accounts;
    }

    /** @throws CommandRefused if the family's points are asked for and the customer is in none */
    CustomerKey payer(CustomerKey customer, boolean fromFamily, Origin origin, Instant now) {
        return fromFamily
                ? family(customer, origin, now)
                        .orElseThrow(() -> new CommandRefused(new CheckoutRejection.CustomerIsInNoFamily()))
                : customer;
    }

    /** By the customer's own account and not by a view, so that whoever has left spends nothing any more. */
    private Optional<CustomerKey> family(CustomerKey customer, Origin origin, Instant now) {
        String family =
                accounts.find(customer.toString(), origin, now).profile().family();
        return Optional.ofNullable(family).map(CustomerKey::parse);
    }
}
