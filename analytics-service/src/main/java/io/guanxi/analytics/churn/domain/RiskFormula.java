package io.guanxi.analytics.churn.domain;

import io.guanxi.analytics.history.domain.Conversion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a risk follows from behaviour. It holds all that it needs, rates of exchange too, so that it gives the same for ever.
 *
 * @param horizonDays the risk is that of no purchase for so long
 * @param intercept log odds of a customer who is average in everything, before calibration
 */
public record RiskFormula(
        int horizonDays, Conversion conversion, List<Term> terms, double intercept, Platt calibration) {

    /**
     * One feature's part.
     *
     * @param feature code of a {@link RiskFeature}
     * @param mean of the feature as it is entered, among those it was learned from
     * @param scale its standard deviation; 1 if all were equal
     * @param coefficient added log odds for each scale above the mean
     */
    public record Term(String feature, double mean, double scale, double coefficient) {

        public Term {
            RiskFeature.named(feature);
        }

        double logOdds(Behaviour behaviour) {
            double entered = RiskFeature.named(feature).entered(behaviour);
            return coefficient * (entered - mean) / scale;
        }
    }

    /**
     * What one feature adds to one customer's risk.
     *
     * @param value of the customer, as a person would say it
     * @param usual value, where the feature adds nothing
     * @param logOdds added to those of a usual customer; above zero it makes the risk higher
     */
    public record Contribution(RiskFeature feature, double value, double usual, double logOdds) {}

    public RiskFormula {
        terms = List.copyOf(terms);
    }

    RiskFormula with(Platt other) {
        return new RiskFormula(horizonDays, conversion, terms, intercept, other);
    }

    /** The probability of no purchase within the horizon. */
    public double risk(Behaviour behaviour) {
        return Odds.probability(logOdds(behaviour));
    }

    /** The risk of a customer who is average in everything. */
    public double usualRisk() {
        return Odds.probability(calibration.corrected(intercept));
    }

    /** What leads from the usual risk to this one, the weightiest first. In log odds they add up. */
    public List<Contribution> contributions(Behaviour behaviour) {
        List<Contribution> all = new ArrayList<>(terms.size());
        for (Term term : terms) {
            RiskFeature feature = RiskFeature.named(term.feature());
            all.add(new Contribution(
                    feature,
                    feature.natural(behaviour),
                    feature.back(term.mean()),
                    calibration.slope() * term.logOdds(behaviour)));
        }
        all.sort(Comparator.comparingDouble((Contribution one) -> -Math.abs(one.logOdds()))
                .thenComparing(Contribution::feature));
        return List.copyOf(all);
    }

    private double logOdds(Behaviour behaviour) {
        double sum = intercept;
        for (Term term : terms) {
            sum += term.logOdds(behaviour);
        }
        return calibration.corrected(sum);
    }
}
