package io.guanxi.loyalty.referral.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's recommendations.
 *
 * @param broughtBy by which the customer came; absent if nobody recommended
 * @param items those whom the customer brought, the newest first
 * @param next what to send as {@code cursor} for the part that follows; absent if this is the last
 */
record ReferralsResponse(
        @Nullable ReferralResponse broughtBy,
        List<ReferralResponse> items,
        @Nullable String next) {}
