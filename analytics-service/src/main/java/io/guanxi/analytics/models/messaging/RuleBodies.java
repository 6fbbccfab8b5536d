package io.guanxi.analytics.models.messaging;

import io.guanxi.analytics.models.domain.Measured;
import io.guanxi.analytics.models.domain.ModelEvent.PyramidRulePublished;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentRetired;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentSwitched;
import io.guanxi.analytics.models.domain.PyramidTerms;
import io.guanxi.analytics.segment.domain.ConditionRow;
import io.guanxi.analytics.value.domain.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is published of each version of a rule or a segment, as the contract says. Who wanted it and why stays in the log. */
final class RuleBodies {

    private RuleBodies() {}

    record Pyramid(
            int version,
            LocalDate effectiveFrom,
            String currency,
            Map<String, BigDecimal> rates,
            BigDecimal valueAtLeast,
            BigDecimal potentialAtLeast,
            double hysteresis,
            int windowDays,
            int horizonDays,
            BigDecimal referralWorth,
            double lapseBelow,
            String basis,
            @Nullable Cut measured) {

        static Pyramid of(PyramidRulePublished event) {
            PyramidTerms terms = event.terms();
            return new Pyramid(
                    event.version(),
                    event.effectiveFrom(),
                    terms.currency(),
                    terms.rates(),
                    Amounts.shown(terms.valueAtLeast()),
                    Amounts.shown(terms.potentialAtLeast()),
                    terms.hysteresis().doubleValue(),
                    terms.windowDays(),
                    terms.horizonDays(),
                    Amounts.shown(terms.referralWorth()),
                    terms.lapseBelow().doubleValue(),
                    terms.basis(),
                    Cut.of(terms.measured()));
        }
    }

    record Cut(
            LocalDate day,
            long customers,
            double valueShare,
            double potentialShare,
            @Nullable Integer lifetimeVersion) {

        static @Nullable Cut of(@Nullable Measured measured) {
            return measured == null
                    ? null
                    : new Cut(
                            measured.day(),
                            measured.customers(),
                            measured.valueShare().doubleValue(),
                            measured.potentialShare().doubleValue(),
                            measured.lifetimeVersion());
        }
    }

    record Switched(String name, int version, LocalDate effectiveFrom, String title, List<ConditionRow> condition) {

        static Switched of(SegmentSwitched event) {
            return new Switched(event.name(), event.version(), event.effectiveFrom(), event.title(), event.condition());
        }
    }

    record Retired(String name, int version, LocalDate effectiveFrom) {

        static Retired of(SegmentRetired event) {
            return new Retired(event.name(), event.version(), event.effectiveFrom());
        }
    }
}
