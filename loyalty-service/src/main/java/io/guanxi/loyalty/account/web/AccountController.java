package io.guanxi.loyalty.account.web;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.history.AccountThen;
import io.guanxi.loyalty.account.view.accountdetails.AccountDetails;
import io.guanxi.loyalty.account.view.accountdetails.Endings;
import io.guanxi.loyalty.account.view.accountdetails.FindAccountDetails;
import io.guanxi.loyalty.account.view.accountentries.ListAccountEntries;
import io.guanxi.web.Caller;
import io.guanxi.web.Page;
import io.guanxi.web.RequestRefused;
import io.guanxi.web.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/loyalty/accounts/{customerId}")
@Tag(name = "Loyalty accounts")
class AccountController {

    private static final int MOST_ENTRIES = 200;
    private static final int LAST_ENTRIES = 5;

    private final FindAccountDetails accounts;
    private final ListAccountEntries entries;
    private final Moments moments;
    private final PresentAccounts present;

    AccountController(
            FindAccountDetails accounts, ListAccountEntries entries, Moments moments, PresentAccounts present) {
        this.accounts = accounts;
        this.entries = entries;
        this.moments = moments;
        this.present = present;
    }

    @GetMapping
    @Operation(
            summary = "What a customer's account holds",
            description = "asOf: as it was at that moment, with all that was due by then. knownAt: by what had been"
                    + " recorded until that moment.")
    ResponseEntity<AccountResponse> account(
            Caller caller,
            @PathVariable String customerId,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            Origin origin) {
        CustomerKey customer = Accounts.customer(caller, customerId);
        if (asOf != null || knownAt != null) {
            return ResponseEntity.ok(then(customer, moments.of(customer, asOf, knownAt)));
        }
        AccountResponse account = present.of(customer, origin);
        return ResponseEntity.ok().eTag(Versions.etag(account.version())).body(account);
    }

    private static AccountResponse then(CustomerKey customer, AccountThen then) {
        AccountDetails details = AccountDetails.folded(customer, then.lines()).orElseThrow(Accounts::unknown);
        return AccountResponse.of(details, Endings.nextOf(then.account()).orElse(null));
    }

    @GetMapping("/summary")
    @Operation(summary = "An account with what is missing to the next tier and the last lines of its ledger")
    SummaryResponse summary(Caller caller, @PathVariable String customerId, Origin origin) {
        CustomerKey customer = Accounts.customer(caller, customerId);
        return new SummaryResponse(
                present.of(customer, origin),
                present.nextTier(customer, origin),
                entries.of(customer, null, LAST_ENTRIES).items().stream()
                        .map(EntryResponse::of)
                        .toList());
    }

    @GetMapping("/entries")
    @Operation(summary = "What a customer's points are made of, the newest first")
    Page<EntryResponse> entries(
            Caller caller,
            @PathVariable String customerId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST_ENTRIES) {
            throw RequestRefused.parameter("limit", "must be 1 to " + MOST_ENTRIES);
        }
        var customer = Accounts.customer(caller, customerId);
        if (accounts.of(customer).isEmpty()) {
            throw Accounts.unknown();
        }
        var page = entries.of(customer, cursor, limit);
        return new Page<>(page.items().stream().map(EntryResponse::of).toList(), page.next());
    }

    @GetMapping("/tiers")
    @Operation(summary = "How the account's tier has come about, the newest first")
    List<TierChangeResponse> tiers(Caller caller, @PathVariable String customerId) {
        CustomerKey customer = Accounts.customer(caller, customerId);
        return TierChangeResponse.newestFirst(moments.of(customer, null, null).lines());
    }
}
