package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.lifetime.domain.LifetimeModel;
import io.guanxi.analytics.models.domain.FittedSpend;
import io.guanxi.analytics.models.domain.LifetimeFit;
import io.guanxi.analytics.models.domain.Measured;
import io.guanxi.analytics.models.domain.ModelCommand.PublishPyramidRule;
import io.guanxi.analytics.models.domain.ModelEvent.PyramidRulePublished;
import io.guanxi.analytics.models.domain.PyramidTerms;
import io.guanxi.analytics.picture.domain.CustomerPicture;
import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.analytics.picture.domain.PyramidRule;
import io.guanxi.analytics.picture.domain.Standing;
import io.guanxi.analytics.picture.domain.Worth;
import io.guanxi.analytics.population.Population;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts the thresholds of the pyramid's rule so that the wished shares of all customers are above them. */
final class CuttingThresholds {

    private static final BigDecimal ANY = BigDecimal.ONE;

    private final Population population;
    private final ModelDesk models;

    CuttingThresholds(Population population, ModelDesk models) {
        this.population = population;
        this.models = models;
    }

    /** @param terms that are to be published */
    record Cut(FittingLifetimes.Recorded model, PyramidTerms terms) {}

    /**
     * What a run has found and put into force.
     *
     * @param rule as it was published; null if the one in force was set by a person, or there is nobody to measure
     */
    record Result(
            int version,
            LocalDate effectiveFrom,
            LifetimeFit fit,
            @Nullable CutRule rule,
            @Nullable Integer ruleVersion) {}

    Analysis.Stage cut(Analysis.Turn turn, FittingLifetimes.Recorded model) {
        List<PyramidRulePublished> known = models.book(turn.tenant()).pyramids();
        PyramidTerms before = known.isEmpty() ? null : known.getLast().terms();
        if (before != null && before.measured() == null) {
            return finished(turn, model, null, null, "fixed");
        }
        FittedSpend spend = model.fitted().fit().spend();
        InForce present = models.versions(turn.tenant()).on(turn.asOf());
        Conversion comparison = models.comparison(turn.tenant(), turn.asOf()).orElse(null);
        Conversion conversion = conversion(comparison, before, spend);
        if (conversion == null || spend == null) {
            return finished(turn, model, null, null, "no-spend");
        }
        TopAmounts values = new TopAmounts();
        TopAmounts potentials = new TopAmounts();
        InForce tried = tried(turn, present, model, conversion, before);
        population.scan(turn.tenant(), member -> {
            CustomerPicture picture = CustomerPicture.of(member.history(), Standing.NONE, turn.asOf(), tried);
            Worth worth = picture.worth();
            if (picture.rfm() != null && worth != null) {
                values.add(worth.value());
                potentials.add(worth.potential());
            }
        });
        BigDecimal valueShare = share(turn, "valueTopShare");
        BigDecimal potentialShare = share(turn, "potentialTopShare");
        BigDecimal value = values.ofTop(valueShare);
        BigDecimal potential = potentials.ofTop(potentialShare);
        if (value.signum() <= 0 || potential.signum() <= 0) {
            return finished(turn, model, null, null, "nobody-above-zero");
        }
        Measured measured = new Measured(turn.asOf(), values.size(), valueShare, potentialShare, model.version());
        return new Analysis.Stage.Next(
                FittingLifetimes.PUBLISH_RULE,
                new Cut(model, terms(turn, conversion, before, value, potential, measured)));
    }

    /** Rates stay those of the rule before, so that what is compared stays comparable. */
    private static @Nullable Conversion conversion(
            @Nullable Conversion comparison, @Nullable PyramidTerms before, @Nullable FittedSpend spend) {
        if (before != null) {
            return new Conversion(before.currency(), before.rates());
        }
        if (spend == null || comparison != null && comparison.currency().equals(spend.currency())) {
            return comparison;
        }
        return Conversion.only(spend.currency());
    }

    private static BigDecimal share(Analysis.Turn turn, String name) {
        return new BigDecimal(turn.parameters().text(name));
    }

    /** What will hold with the new model, under a rule whose thresholds do not matter. */
    private static InForce tried(
            Analysis.Turn turn,
            InForce present,
            FittingLifetimes.Recorded model,
            Conversion conversion,
            @Nullable PyramidTerms before) {
        LifetimeFit fit = model.fitted().fit();
        FittedSpend spend = fit.spend();
        LifetimeModel lifetime = new LifetimeModel(
                model.version(),
                model.effectiveFrom(),
                fit.orders().model(),
                spend == null ? null : spend.model(),
                spend == null ? null : spend.currency(),
                fit.annualDiscount());
        PyramidRule rule = terms(turn, conversion, before, ANY, ANY, null).rule(1, turn.asOf());
        return new InForce(
                turn.asOf(),
                present.boundariesVersion(),
                present.boundaries(),
                lifetime,
                null,
                rule,
                null,
                List.of(),
                conversion);
    }

    private static PyramidTerms terms(
            Analysis.Turn turn,
            Conversion conversion,
            @Nullable PyramidTerms before,
            BigDecimal value,
            BigDecimal potential,
            @Nullable Measured measured) {
        return new PyramidTerms(
                conversion.currency(),
                Map.copyOf(conversion.rates()),
                value,
                potential,
                before == null ? PyramidRule.DEFAULT_HYSTERESIS : before.hysteresis(),
                turn.parameters().whole("windowDays"),
                turn.parameters().whole("horizonDays"),
                before == null ? BigDecimal.ZERO : before.referralWorth(),
                before == null ? PyramidRule.DEFAULT_LAPSE_BELOW : before.lapseBelow(),
                measured);
    }

    Analysis.Stage publish(Analysis.Turn turn, Cut cut) {
        var cause = ModelDesk.cause(turn, "pyramid-rule");
        var book = models.record(
                turn.tenant(),
                new PublishPyramidRule(cause, cut.model().fitted().latestDay(), cut.terms()),
                DoingRuns.origin(turn.tenant(), turn.run(), turn.askedBy()),
                turn.askedAt());
        int version = ModelDesk.madeBy(cause, book.pyramids()).version();
        return finished(turn, cut.model(), cut.terms(), version, "measured");
    }

    private static Analysis.Stage finished(
            Analysis.Turn turn,
            FittingLifetimes.Recorded model,
            @Nullable PyramidTerms rule,
            @Nullable Integer ruleVersion,
            String thresholds) {
        LifetimeFit fit = model.fitted().fit();
        turn.keeping()
                .result(new Result(
                        model.version(),
                        model.effectiveFrom(),
                        fit,
                        rule == null ? null : CutRule.of(rule),
                        ruleVersion));
        Summary summary = new Summary()
                .with("modelVersion", model.version())
                .with("effectiveFrom", model.effectiveFrom())
                .with("customers", fit.orders().customers())
                .with("repeatBuyers", fit.orders().repeatBuyers())
                .with("logLikelihood", fit.orders().logLikelihood())
                .with("thresholds", thresholds);
        fit.orders().parameters().forEach((letter, value) -> summary.with("parameter." + letter, value));
        if (fit.spend() != null) {
            fit.spend().parameters().forEach((letter, value) -> summary.with("spend." + letter, value));
        }
        if (model.fitted().spendFault() != null) {
            summary.with("spendNotFitted", model.fitted().spendFault());
        }
        if (rule != null && ruleVersion != null) {
            summary.with("ruleVersion", ruleVersion)
                    .with("valueAtLeast", rule.valueAtLeast().toPlainString())
                    .with("potentialAtLeast", rule.potentialAtLeast().toPlainString());
        }
        return summary.finished();
    }
}
