package io.guanxi.loyalty.measure.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one order says about loyalty.
 *
 * @param order names it within the account
 * @param paidAt absent as long as no payment is known
 * @param channel in the shop's words; absent if unknown
 * @param points whether points were spent on it
 * @param voucher whether a voucher was redeemed with it
 * @param campaign whether it earned by a term of a campaign
 * @param cancelled whether it was cancelled as a whole after it was paid
 */
public record Purchase(
        String order,
        @Nullable Instant paidAt,
        @Nullable String channel,
        boolean points,
        boolean voucher,
        boolean campaign,
        boolean cancelled) {

    static Purchase of(String order) {
        return new Purchase(order, null, null, false, false, false, false);
    }

    /** The first payment that is heard of counts. */
    public Purchase paid(Instant at, @Nullable String through) {
        return paidAt == null ? new Purchase(order, at, through, points, voucher, campaign, cancelled) : this;
    }

    public Purchase withPoints() {
        return new Purchase(order, paidAt, channel, true, voucher, campaign, cancelled);
    }

    public Purchase withVoucher() {
        return new Purchase(order, paidAt, channel, points, true, campaign, cancelled);
    }

    public Purchase inCampaign() {
        return new Purchase(order, paidAt, channel, points, voucher, true, cancelled);
    }

    public Purchase asCancelled() {
        return new Purchase(order, paidAt, channel, points, voucher, campaign, true);
    }

    boolean counts() {
        return paidAt != null && !cancelled;
    }

    /** Whether something beside the goods spoke for it: points, a voucher or a campaign. */
    boolean incentive() {
        return points || voucher || campaign;
    }
}
