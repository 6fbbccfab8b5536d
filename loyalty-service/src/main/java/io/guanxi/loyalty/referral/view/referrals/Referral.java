package io.guanxi.loyalty.referral.view.referrals;

import io.guanxi.loyalty.account.domain.Finding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recommendation.
 *
 * @param friend the account of the one who came, as {@code tenant/customerId}
 * @param referrer the account of the one who recommended
 * @param findings what was examined; empty until it is judged
 * @param since when the friend's first order said so
 * @param judged absent until it is
 */
public record Referral(
        String friend,
        String referrer,
        String shop,
        String orderId,
        Status status,
        List<Finding> findings,
        Instant since,
        @Nullable Instant judged) {

    public Referral {
        findings = List.copyOf(findings);
    }

    public enum Status {
        /** The friend's order can still come back. */
        WAITING,
        CONFIRMED,
        REFUSED
    }

    Referral judged(Status how, List<Finding> found, Instant at) {
        return new Referral(friend, referrer, shop, orderId, how, found, since, at);
    }
}
