package io.guanxi.loyalty.account.explain;

import io.guanxi.loyalty.account.domain.lots.Move;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why an entry is as it is.
 *
 * @param inputs what it was decided on
 * @param rule the rule that was applied, as it was then; absent if none was asked
 * @param steps the calculation, each step with its number
 * @param policies the policies that were asked, in order
 * @param moves which points went from where to where
 * @param sentences the whole in one or two sentences, by language tag
 */
public record Explanation(
        List<Input> inputs,
        @Nullable Rule rule,
        List<Step> steps,
        List<PolicyDecision> policies,
        List<Move> moves,
        Map<String, String> sentences) {

    public Explanation {
        inputs = List.copyOf(inputs);
        steps = List.copyOf(steps);
        policies = List.copyOf(policies);
        moves = List.copyOf(moves);
        sentences = Map.copyOf(sentences);
    }

    /**
     * What the entry was decided on.
     *
     * @param role what it is to this entry, such as {@code payment}, {@code return}, {@code hold}, {@code transfer} or
     *     {@code time}
     * @param event its id: of an order event as the shop's envelope gave it; of a time the moment that was due
     */
    public record Input(String role, String event) {}

    /**
     * A rule as it was when it was applied.
     *
     * @param rate points for one unit of the currency, a decimal; absent if there was no rate for the currency
     * @param rounding how a fraction of a point was rounded, as the published events write it; absent if none was
     */
    public record Rule(
            int version,
            @Nullable String rate,
            @Nullable String currency,
            @Nullable String rounding) {}

    /**
     * One number of the calculation.
     *
     * @param name what it is, stable, in kebab-case
     * @param value a decimal
     * @param unit a currency, {@code points}, or points for one unit of a currency
     */
    public record Step(String name, String value, String unit) {}

    /**
     * What one policy decided.
     *
     * @param policy its name, stable, a sentence in kebab-case
     * @param applied whether the case was one for it
     * @param sentences what it says, by language tag
     */
    public record PolicyDecision(String policy, boolean applied, Map<String, String> sentences) {}
}
