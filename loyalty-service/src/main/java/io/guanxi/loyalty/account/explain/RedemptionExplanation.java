package io.guanxi.loyalty.account.explain;

import io.guanxi.loyalty.account.explain.Explanation.PolicyDecision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would be answered to the wish to pay with points, and why. Nothing is kept aside by asking.
 *
 * @param points as many as are wanted
 * @param accepted whether they could be kept aside
 * @param refusal the code of the reason; absent if it is accepted
 * @param message the reason as the checkout says it
 * @param spendable how many could be used
 * @param missing how many more it would take
 * @param owed what must stay for what the account owes
 * @param waiting pending points, those that come first first
 * @param enoughAt when it would be accepted if nothing else happened; absent if not by waiting
 * @param policies that were asked, in order; those of a refusal end with the one that refused
 * @param sentences the whole, by language tag
 */
public record RedemptionExplanation(
        Instant asOf,
        String purse,
        long points,
        boolean accepted,
        @Nullable String refusal,
        @Nullable String message,
        long spendable,
        long missing,
        long owed,
        List<Waiting> waiting,
        @Nullable Instant enoughAt,
        List<PolicyDecision> policies,
        Map<String, String> sentences) {

    public RedemptionExplanation {
        waiting = List.copyOf(waiting);
        policies = List.copyOf(policies);
        sentences = Map.copyOf(sentences);
    }

    /** @param matures absent if it is not known, such as before the delivery */
    public record Waiting(long points, @Nullable Instant matures) {}
}
