package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.churn.domain.RiskModel;
import io.guanxi.analytics.cluster.domain.Clusters;
import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.lifetime.domain.LifetimeModel;
import io.guanxi.analytics.segment.domain.SegmentDefinition;
import io.guanxi.analytics.value.domain.Boundaries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The versions that held at the end of one day, each null as long as there was none.
 *
 * @param boundariesVersion 0 if there are none
 * @param segments those in use, the latest version of each, by name
 * @param conversion how amounts are compared; null if nothing says in which currency
 */
public record InForce(
        LocalDate day,
        int boundariesVersion,
        @Nullable Boundaries boundaries,
        @Nullable LifetimeModel lifetime,
        @Nullable RiskModel risk,
        @Nullable PyramidRule pyramid,
        @Nullable Clusters clusters,
        List<SegmentDefinition> segments,
        @Nullable Conversion conversion) {

    public InForce {
        segments = segments.stream()
                .sorted(Comparator.comparing(SegmentDefinition::name))
                .toList();
    }

    /** The same for another day. */
    public InForce at(LocalDate other) {
        return new InForce(
                other, boundariesVersion, boundaries, lifetime, risk, pyramid, clusters, segments, conversion);
    }

    /**
     * How amounts are compared: as it is configured, else in the currency of the rule, of the model or of the boundaries, without
     * rates. Null if none of them says.
     */
    public @Nullable Conversion comparison() {
        if (conversion != null) {
            return conversion;
        }
        String currency = currency();
        return currency == null ? null : Conversion.only(currency);
    }

    private @Nullable String currency() {
        if (pyramid != null) {
            return pyramid.currency();
        }
        if (lifetime != null && lifetime.currency() != null) {
            return lifetime.currency();
        }
        return boundaries == null ? null : boundaries.currency();
    }

    /** The pyramid's rule, if its amounts are in the currency of comparison; without one nobody is judged. */
    public @Nullable PyramidRule judging() {
        Conversion comparison = comparison();
        return pyramid != null && comparison != null && comparison.currency().equals(pyramid.currency())
                ? pyramid
                : null;
    }

    /** Whose net revenue is the current value. */
    public int windowDays() {
        return pyramid == null ? PyramidRule.DEFAULT_WINDOW_DAYS : pyramid.windowDays();
    }

    /** For which orders are expected. */
    public int horizonDays() {
        return pyramid == null ? PyramidRule.DEFAULT_HORIZON_DAYS : pyramid.horizonDays();
    }

    /** Who is alive with a lower probability has lapsed. */
    public BigDecimal lapseBelow() {
        return pyramid == null ? PyramidRule.DEFAULT_LAPSE_BELOW : pyramid.lapseBelow();
    }
}
