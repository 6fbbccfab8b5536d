package io.guanxi.analytics.value.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cut points between scores, ascending, as measured on one day.
 *
 * @param measuredAt the day (UTC) of the latest event; recency is counted back from it
 * @param population the customers that were measured
 * @param currency of the monetary cut points; null if nothing was sold yet
 * @param recency days since the last order; the fewer the better
 * @param frequency orders; the more the better
 * @param monetary revenue less refunds; the more the better
 */
public record Boundaries(
        LocalDate measuredAt,
        long population,
        @Nullable String currency,
        List<Long> recency,
        List<Long> frequency,
        List<BigDecimal> monetary) {

    public Boundaries {
        recency = List.copyOf(recency);
        frequency = List.copyOf(frequency);
        monetary = monetary.stream().map(Amounts::exact).toList();
        requireFour("recency", recency);
        requireFour("frequency", frequency);
        requireFour("monetary", monetary);
    }

    private static void requireFour(String measure, List<?> cuts) {
        if (cuts.size() != Quintiles.CUT_POINTS) {
            throw new IllegalArgumentException(
                    "%s: %d cut points (expected: %d)".formatted(measure, cuts.size(), Quintiles.CUT_POINTS));
        }
    }

    /** Whether scores and their explanation would be the same; how many were measured does not matter. */
    public boolean sameCutsAs(Boundaries other) {
        return new Boundaries(measuredAt, other.population, currency, recency, frequency, monetary).equals(other);
    }
}
