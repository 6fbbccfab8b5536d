package io.guanxi.loyalty.programme.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an order must fulfil for a term to apply. An empty set or map and an absent value ask for nothing; all others must
 * hold together.
 *
 * <p>With {@code categories} or {@code brands}, only the amount of the lines that fulfil them earns; else the whole order.
 *
 * @param tiers the customer's tier at the time of the payment
 * @param grades the customer's grade at the time of the payment
 * @param occasions such as {@code birthday}: the shop says that the order falls in one, so that no birthday need be known
 * @param firstOrder whether it must be the customer's first paid order
 * @param from the first day of a campaign, by the day of the payment in the programme's zone
 * @param until its last day
 * @param minimum what the whole order must cost at least, by ISO 4217 code; a currency that is not listed has no minimum
 */
public record Conditions(
        Set<String> categories,
        Set<String> brands,
        Set<String> channels,
        Set<String> tiers,
        Set<String> grades,
        Set<String> occasions,
        boolean firstOrder,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Map<String, BigDecimal> minimum) {

    static final BigDecimal MOST_AMOUNT = new BigDecimal("1000000000000");

    private static final int MOST_WORDS = 500;

    public static final Conditions NONE =
            new Conditions(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, null, null, Map.of());

    public Conditions {
        categories = Sorted.copyOf(categories);
        brands = Sorted.copyOf(brands);
        channels = Sorted.copyOf(channels);
        tiers = Sorted.copyOf(tiers);
        grades = Sorted.copyOf(grades);
        occasions = Sorted.copyOf(occasions);
        minimum = Sorted.copyOf(minimum);
        Checks checks = new Checks();
        checks.words("/categories", categories, MOST_WORDS);
        checks.words("/brands", brands, MOST_WORDS);
        checks.words("/channels", channels, MOST_WORDS);
        checks.words("/tiers", tiers, MOST_WORDS);
        checks.words("/grades", grades, MOST_WORDS);
        checks.words("/occasions", occasions, MOST_WORDS);
        checks.that(
                from == null || until == null || !until.isBefore(from), "/until", until, "not before /from, " + from);
        checks.amounts("/minimum", minimum, MOST_AMOUNT);
        checks.refuse();
    }

    /** Whether only some lines of an order can earn. */
    public boolean chooseLines() {
        return !categories.isEmpty() || !brands.isEmpty();
    }
}
