package io.guanxi.analytics.picture.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why one thing about a customer is so.
 *
 * @param code what it is: a group, a grade, a band of risk, {@code lapsed} or {@code active}, {@code in} or {@code out}
 * @param names the same as people say it, by language tag
 * @param facts what it follows from: values, thresholds and versions
 * @param changes what would change it, as computed by the versions of the day
 * @param sentences the whole, by language tag
 */
public record Explanation(
        String code, Map<String, String> names, List<Fact> facts, List<Change> changes, Map<String, String> sentences) {

    public Explanation {
        names = Map.copyOf(names);
        facts = List.copyOf(facts);
        changes = List.copyOf(changes);
        sentences = Map.copyOf(sentences);
    }

    /**
     * @param name what it is, stable, in kebab-case
     * @param value a decimal, a day or a code
     * @param unit a currency, {@code days}, {@code orders}, {@code share}, {@code day}, {@code version}, or empty
     */
    public record Fact(String name, String value, String unit) {}

    /**
     * @param cause {@code no-order} if nothing more is bought, {@code order} if something is bought on the day
     * @param day on which it would come to it
     * @param amount at least, of the order, a decimal; absent if it does not matter
     * @param currency of the amount
     * @param to what it would become
     */
    public record Change(
            String cause,
            LocalDate day,
            @Nullable String amount,
            @Nullable String currency,
            String to) {

        public static final String NO_ORDER = "no-order";
        public static final String ORDER = "order";
    }
}
