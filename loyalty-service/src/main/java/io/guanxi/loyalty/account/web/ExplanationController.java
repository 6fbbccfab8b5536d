package io.guanxi.loyalty.account.web;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.explain.ExplainingAnEntry;
import io.guanxi.loyalty.account.explain.Language;
import io.guanxi.loyalty.account.history.AccountHistory;
import io.guanxi.loyalty.account.view.accountentries.AccountEntry;
import io.guanxi.loyalty.account.view.accountentries.ListAccountEntries;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import io.guanxi.web.Caller;
import io.guanxi.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Loyalty accounts")
class ExplanationController {

    private final ListAccountEntries entries;
    private final AccountHistory history;
    private final RuleBooks books;

    ExplanationController(ListAccountEntries entries, AccountHistory history, RuleBooks books) {
        this.entries = entries;
        this.history = history;
        this.books = books;
    }

    @GetMapping("/api/loyalty/accounts/{customerId}/entries/{entryId}/explanation")
    @Operation(summary = "Why an entry is as it is, in numbers and as a sentence in English or Chinese")
    ResponseEntity<ExplanationResponse> explanation(
            Caller caller,
            @PathVariable String customerId,
            @PathVariable String entryId,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        CustomerKey customer = Accounts.customer(caller, customerId);
        AccountEntry entry = entries.one(customer, entryId)
                .orElseThrow(() -> RequestRefused.notFound("entry-not-found", "This account has no such entry."));
        Language language = Language.best(acceptLanguage);
        LedgerEntry recorded = recorded(customer, entry);
        var why = ExplainingAnEntry.explain(recorded, zone(customer, entry));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(ExplanationResponse.of(EntryResponse.of(entry), why, language));
    }

    private ZoneId zone(CustomerKey customer, AccountEntry entry) {
        return books.of(customer.tenant())
                .inForce(entry.happened(), entry.recorded())
                .rules()
                .zone();
    }

    private LedgerEntry recorded(CustomerKey customer, AccountEntry entry) {
        return history.eventAt(customer, entry.sequence())
                .filter(LedgerEntry.class::isInstance)
                .map(LedgerEntry.class::cast)
                .orElseThrow(() -> new IllegalStateException(
                        "event " + entry.sequence() + " of the account is no entry (expected: " + entry.kind() + ")"));
    }
}
