package io.guanxi.loyalty.account.web;

import io.guanxi.loyalty.account.view.accountdetails.AccountDetails;
import io.guanxi.loyalty.account.view.accountdetails.FindAccountDetails;
import io.guanxi.loyalty.account.view.accountentries.ListAccountEntries;
import io.guanxi.web.Caller;
import io.guanxi.web.Page;
import io.guanxi.web.RequestRefused;
import io.guanxi.web.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

    private final FindAccountDetails accounts;
    private final ListAccountEntries entries;

    AccountController(FindAccountDetails accounts, ListAccountEntries entries) {
        this.accounts = accounts;
        this.entries = entries;
    }

    @GetMapping
    @Operation(summary = "How many points a customer has")
    ResponseEntity<AccountDetails> account(Caller caller, @PathVariable String customerId) {
        AccountDetails account =
                accounts.of(Accounts.customer(caller, customerId)).orElseThrow(Accounts::unknown);
        return ResponseEntity.ok().eTag(Versions.etag(account.version())).body(account);
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
}
