package io.guanxi.loyalty.referral.web;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.loyalty.account.domain.Finding;
import io.guanxi.loyalty.referral.view.referrals.Referral;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One recommendation.
 *
 * @param friendId the customer who came
 * @param referrerId the customer who recommended
 * @param status {@code waiting}, {@code confirmed} or {@code refused}
 * @param reasons what was examined and what was found, in order; of a refused one, the last is why
 */
record ReferralResponse(
        String friendId,
        String referrerId,
        String shop,
        String orderId,
        String status,
        List<Finding> reasons,
        Instant since,
        @Nullable Instant judged) {

    static ReferralResponse of(Referral referral) {
        return new ReferralResponse(
                CustomerKey.parse(referral.friend()).customerId(),
                CustomerKey.parse(referral.referrer()).customerId(),
                referral.shop(),
                referral.orderId(),
                referral.status().name().toLowerCase(Locale.ROOT),
                referral.findings(),
                referral.since(),
                referral.judged());
    }
}
