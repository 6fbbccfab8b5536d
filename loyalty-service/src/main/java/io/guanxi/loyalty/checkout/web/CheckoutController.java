package io.guanxi.loyalty.checkout.web;

import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.command.LoyaltyAccounts;
import io.guanxi.loyalty.account.domain.Foresight;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.Quote;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.checkout.web.CheckoutAnswers.HoldAnswer;
import io.guanxi.loyalty.programme.domain.RewardRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import io.guanxi.loyalty.reward.command.RewardStocks;
import io.guanxi.web.IdempotencyKey;
import io.guanxi.web.IdempotentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Points in a shop's basket: what it would earn, and how it pays with them. */
@RestController
@RequestMapping("/api/loyalty/checkout")
@Tag(name = "Loyalty checkout")
class CheckoutController {

    static final String HOLDS = "/api/loyalty/checkout/holds/";

    private final LoyaltyAccounts accounts;
    private final RewardStocks stocks;
    private final RuleBooks books;
    private final Payers payers;
    private final Clock clock;

    CheckoutController(LoyaltyAccounts accounts, RewardStocks stocks, RuleBooks books, Payers payers, Clock clock) {
        this.accounts = accounts;
        this.stocks = stocks;
        this.books = books;
        this.payers = payers;
        this.clock = clock;
    }

    @PostMapping("/quotes")
    @Operation(summary = "What a basket would earn and can be paid with; nothing happens")
    QuoteAnswer quote(@RequestBody CheckoutRequests.Basket basket, Origin origin) {
        Instant now = clock.instant();
        CheckoutRequests.Asked asked = basket.read(origin.tenant(), now);
        LoyaltyAccount account = accounts.find(asked.customer().toString(), origin, now);
        Quote quote = Quote.of(account, asked.basket(), books.of(origin.tenant()));
        return QuoteAnswer.of(asked.customer(), !account.opened(), now, quote, reward -> left(reward, origin, now));
    }

    private @Nullable Long left(RewardRules reward, Origin origin, Instant now) {
        return reward.stock() == null
                ? null
                : Math.max(
                        0,
                        reward.stock() - stocks.find(reward.code(), origin, now).taken());
    }

    @PostMapping("/holds")
    @Operation(summary = "Keeps points aside for an order")
    ResponseEntity<HoldAnswer> hold(
            @RequestBody CheckoutRequests.Holding holding,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            IdempotentId id,
            Origin origin) {
        LoyaltyCommand.HoldPoints command = holding.read(
                origin.tenant(),
                id.toString(),
                stamp(id),
                (customer, fromFamily) -> payers.payer(customer, fromFamily, origin, clock.instant()));
        HoldId hold = HoldId.parse(origin.tenant(), command.holdId());
        return ResponseEntity.created(URI.create(HOLDS + hold))
                .body(HoldAnswer.of(accounts.send(command, origin), hold));
    }

    @GetMapping("/holds/{id}")
    @Operation(summary = "How a hold stands now")
    HoldAnswer find(@PathVariable String id, Origin origin) {
        HoldId hold = HoldId.parse(origin.tenant(), id);
        Instant now = clock.instant();
        RuleBook book = books.of(origin.tenant());
        LoyaltyAccount account = Foresight.of(accounts.find(hold.account(), origin, now), now, book);
        HoldAnswer answer = HoldAnswer.find(account, hold);
        if (answer == null) {
            throw HoldId.unknown();
        }
        return answer;
    }

    @PostMapping("/holds/{id}/confirmation")
    @Operation(summary = "Spends what was kept aside; again is once")
    HoldAnswer confirm(@PathVariable String id, IdempotentId request, Origin origin) {
        HoldId hold = HoldId.parse(origin.tenant(), id);
        var command = new LoyaltyCommand.SpendHeld(hold.account(), hold.toString(), stamp(request));
        return HoldAnswer.of(accounts.send(command, origin), hold);
    }

    @PostMapping("/holds/{id}/release")
    @Operation(summary = "Lets go what was kept aside; again is once")
    HoldAnswer release(@PathVariable String id, IdempotentId request, Origin origin) {
        HoldId hold = HoldId.parse(origin.tenant(), id);
        var command = new LoyaltyCommand.ReleaseHeld(hold.account(), hold.toString(), false, stamp(request));
        return HoldAnswer.of(accounts.send(command, origin), hold);
    }

    @PostMapping("/holds/{id}/returns")
    @Operation(summary = "Gives spent points back, all or some; the same returnId is once")
    HoldAnswer giveBack(
            @PathVariable String id, @RequestBody CheckoutRequests.Return goods, IdempotentId request, Origin origin) {
        HoldId hold = HoldId.parse(origin.tenant(), id);
        return HoldAnswer.of(accounts.send(goods.read(hold, stamp(request)), origin), hold);
    }

    private Stamp stamp(IdempotentId cause) {
        Instant now = clock.instant();
        return new Stamp(cause.toString(), now, now);
    }
}
