package io.guanxi.loyalty.checkout.web;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.command.LoyaltyAccounts;
import io.guanxi.loyalty.account.domain.Foresight;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.checkout.web.CheckoutAnswers.HoldAnswer;
import io.guanxi.loyalty.checkout.web.CheckoutAnswers.VoucherAnswer;
import io.guanxi.loyalty.checkout.web.CheckoutAnswers.Vouchers;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import io.guanxi.loyalty.reward.command.Redemptions;
import io.guanxi.web.IdempotencyKey;
import io.guanxi.web.IdempotentId;
import io.guanxi.web.RequestRefused;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rewards for points, and the vouchers among them. */
@RestController
@RequestMapping("/api/loyalty/checkout")
@Tag(name = "Loyalty checkout")
class RewardController {

    private final LoyaltyAccounts accounts;
    private final Redemptions redemptions;
    private final RuleBooks books;
    private final Payers payers;
    private final Clock clock;

    RewardController(LoyaltyAccounts accounts, Redemptions redemptions, RuleBooks books, Payers payers, Clock clock) {
        this.accounts = accounts;
        this.redemptions = redemptions;
        this.books = books;
        this.payers = payers;
        this.clock = clock;
    }

    @PostMapping("/redemptions")
    @Operation(summary = "Exchanges points for a reward")
    ResponseEntity<HoldAnswer> redeem(
            @RequestBody CheckoutRequests.Redemption redemption,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            IdempotentId id,
            Origin origin) {
        LoyaltyCommand.HoldForReward asked = redemption.read(
                origin.tenant(),
                id.toString(),
                stamp(id),
                (customer, fromFamily) -> payers.payer(customer, fromFamily, origin, clock.instant()));
        LoyaltyAccount account = redemptions.redeem(asked, books.of(origin.tenant()), origin);
        HoldId hold = HoldId.parse(origin.tenant(), asked.holdId());
        return ResponseEntity.created(URI.create(CheckoutController.HOLDS + hold))
                .body(HoldAnswer.of(account, hold));
    }

    /** By {@code customerId}, or by {@code shop} and {@code externalId}. */
    @GetMapping("/vouchers")
    @Operation(summary = "A customer's vouchers, those that can be used first")
    Vouchers list(
            @RequestParam(required = false) @Nullable String customerId,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String externalId,
            Origin origin) {
        CustomerKey customer = customer(origin.tenant(), customerId, shop, externalId);
        Instant now = clock.instant();
        LoyaltyAccount stored = accounts.find(customer.toString(), origin, now);
        return Vouchers.of(customer.customerId(), Foresight.of(stored, now, books.of(origin.tenant())));
    }

    private static CustomerKey customer(
            String tenant, @Nullable String customerId, @Nullable String shop, @Nullable String externalId) {
        try {
            if (customerId != null && shop == null && externalId == null) {
                return new CustomerKey(tenant, customerId);
            }
            if (customerId == null && shop != null && externalId != null) {
                return CustomerKey.of(tenant, shop, externalId);
            }
        } catch (IllegalArgumentException e) {
            throw RequestRefused.parameter(customerId == null ? "externalId" : "customerId", "must be a customer's id");
        }
        throw RequestRefused.parameter("customerId", "must be there, or else shop and externalId");
    }

    @PostMapping("/vouchers/{id}/reservation")
    @Operation(summary = "Keeps a voucher aside for an order; again is once")
    VoucherAnswer reserve(
            @PathVariable String id,
            @RequestBody CheckoutRequests.VoucherUse use,
            IdempotentId request,
            Origin origin) {
        return VoucherAnswer.of(accounts.send(use.reserve(origin.tenant(), id, stamp(request)), origin), id);
    }

    @PostMapping("/vouchers/{id}/redemption")
    @Operation(summary = "Uses a voucher in an order; again is once")
    VoucherAnswer use(
            @PathVariable String id,
            @RequestBody CheckoutRequests.VoucherUse use,
            IdempotentId request,
            Origin origin) {
        return VoucherAnswer.of(accounts.send(use.redeem(origin.tenant(), id, stamp(request)), origin), id);
    }

    @PostMapping("/vouchers/{id}/release")
    @Operation(summary = "Lets a reserved voucher go; again is once")
    VoucherAnswer release(
            @PathVariable String id,
            @RequestBody CheckoutRequests.VoucherUse use,
            IdempotentId request,
            Origin origin) {
        return VoucherAnswer.of(accounts.send(use.release(origin.tenant(), id, stamp(request)), origin), id);
    }

    private Stamp stamp(IdempotentId cause) {
        Instant now = clock.instant();
        return new Stamp(cause.toString(), now, now);
    }
}
