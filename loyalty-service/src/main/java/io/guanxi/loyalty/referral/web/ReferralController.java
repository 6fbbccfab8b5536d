package io.guanxi.loyalty.referral.web;

import io.guanxi.loyalty.account.web.Accounts;
import io.guanxi.loyalty.referral.view.referrals.Referrals;
import io.guanxi.web.Caller;
import io.guanxi.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Loyalty accounts")
class ReferralController {

    private static final int MOST = 200;

    private final Referrals referrals;

    ReferralController(Referrals referrals) {
        this.referrals = referrals;
    }

    @GetMapping("/api/loyalty/accounts/{customerId}/referrals")
    @Operation(
            summary = "Whom a customer brought and who brought the customer",
            description = "Each with how it was judged, and what each policy found.")
    ReferralsResponse referrals(
            Caller caller,
            @PathVariable String customerId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw RequestRefused.parameter("limit", "must be 1 to " + MOST);
        }
        String account = Accounts.customer(caller, customerId).toString();
        var brought = referrals.broughtBy(account, cursor, limit);
        return new ReferralsResponse(
                referrals.whoBrought(account).map(ReferralResponse::of).orElse(null),
                brought.items().stream().map(ReferralResponse::of).toList(),
                brought.next());
    }
}
