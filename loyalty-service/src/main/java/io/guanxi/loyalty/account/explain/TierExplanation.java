package io.guanxi.loyalty.account.explain;

import io.guanxi.loyalty.account.explain.Explanation.PolicyDecision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why an account had its tier at a moment, and what it needed to keep it and to rise.
 *
 * @param tier what counted; absent if the account had none
 * @param earned what was earned by orders alone
 * @param review when it would be reviewed next
 * @param grace until when a tier was kept that was not earned any more
 * @param floor the lowest tier that a person had set
 * @param measured what counted at that moment; absent if the programme had no tiers
 * @param thresholds of all tiers, from the lowest to the highest
 * @param decided what decided last about the tier; absent if nothing did
 * @param policies those that have a say in it, in order
 * @param toKeep what was missing to keep the tier; absent if nothing could take it
 * @param toRise what was missing for the next tier; absent on the highest
 * @param sentences the whole, by language tag
 */
public record TierExplanation(
        Instant asOf,
        Instant knownAt,
        @Nullable String tier,
        @Nullable String earned,
        @Nullable Instant since,
        @Nullable Instant review,
        @Nullable Instant grace,
        @Nullable Floor floor,
        @Nullable Measured measured,
        List<Threshold> thresholds,
        @Nullable Decided decided,
        List<PolicyDecision> policies,
        @Nullable ToKeep toKeep,
        @Nullable ToRise toRise,
        Map<String, String> sentences) {

    public TierExplanation {
        thresholds = List.copyOf(thresholds);
        policies = List.copyOf(policies);
        sentences = Map.copyOf(sentences);
    }

    /** @param until the first moment at which it no longer holds; absent if it has no end */
    public record Floor(
            String tier, String reason, @Nullable Instant until) {}

    /**
     * @param measure {@code points}, {@code spend} or {@code orders}
     * @param unit of points: the purse; of spend: the ISO 4217 code; else empty
     * @param window {@code rolling} or {@code calendar}
     * @param count a decimal
     * @param from the first moment that counts
     * @param until the first that does not
     */
    public record Measured(
            int ruleVersion,
            String measure,
            String unit,
            String window,
            int months,
            String count,
            Instant from,
            Instant until) {}

    /** @param names by language tag */
    public record Threshold(String tier, Map<String, String> names, String threshold, boolean reached) {}

    /**
     * @param what {@code tier-changed}, {@code tier-kept}, {@code tier-grace-began} or {@code tier-floor-changed}
     * @param reason why it changed; absent if it did not
     * @param count what was counted; absent if nothing was
     */
    public record Decided(
            String what,
            @Nullable String reason,
            int ruleVersion,
            @Nullable String count,
            @Nullable Instant from,
            @Nullable Instant until,
            List<PolicyDecision> policies,
            String cause,
            Instant at) {

        public Decided {
            policies = List.copyOf(policies);
        }
    }

    /**
     * @param missing a decimal in the unit of the measure; 0 if it is enough
     * @param before what is paid before this moment counts
     * @param otherwise the tier that the account falls to
     * @param graceUntil until when the tier is kept all the same; absent if it is not
     */
    public record ToKeep(
            String tier,
            String missing,
            String unit,
            Instant before,
            String otherwise,
            @Nullable Instant graceUntil) {}

    /**
     * @param missing a decimal in the unit of the measure; 0 if it is enough
     * @param before until when this much is enough; absent if nothing counts yet
     * @param effective when the tier is given; absent is at once
     */
    public record ToRise(
            String tier,
            Map<String, String> names,
            String missing,
            String unit,
            @Nullable Instant before,
            @Nullable Instant effective) {}
}
