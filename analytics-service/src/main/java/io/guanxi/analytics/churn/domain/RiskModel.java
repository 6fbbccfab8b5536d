package io.guanxi.analytics.churn.domain;

import io.guanxi.analytics.history.domain.Purchases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A version of the formula.
 *
 * @param effectiveFrom asked for this day or a later one it is used, until there is a later version
 */
public record RiskModel(int version, LocalDate effectiveFrom, RiskFormula formula) {

    private static final int[] SILENCES = {30, 90};

    /**
     * A risk and why it is what it is.
     *
     * @param usualRisk that of a customer who is average in everything
     * @param contributions what leads from there to the risk, the weightiest first
     */
    public record Explanation(
            double risk,
            double usualRisk,
            int horizonDays,
            List<RiskFormula.Contribution> contributions,
            List<Change> changes) {

        public Explanation {
            contributions = List.copyOf(contributions);
            changes = List.copyOf(changes);
        }
    }

    /** What the risk would become. */
    public sealed interface Change {

        double risk();

        /** If the customer bought today, as much as usual. */
        record Purchase(double risk) implements Change {}

        /** If the customer bought nothing for so many days more. */
        record Silence(int days, double risk) implements Change {}
    }

    /**
     * The probability that nothing will be bought in the {@link RiskFormula#horizonDays()} after the day.
     *
     * @param purchases as they were known at the end of the day
     * @return empty if nothing had been bought
     */
    public OptionalDouble risk(Purchases purchases, LocalDate day) {
        Optional<Behaviour> behaviour = Behaviour.of(purchases, formula.conversion(), day);
        return behaviour.isPresent() ? OptionalDouble.of(formula.risk(behaviour.get())) : OptionalDouble.empty();
    }

    /**
     * @param purchases as they were known at the end of the day
     * @return empty if nothing had been bought
     */
    public Optional<Explanation> explain(Purchases purchases, LocalDate day) {
        return Behaviour.of(purchases, formula.conversion(), day)
                .map(behaviour -> new Explanation(
                        formula.risk(behaviour),
                        formula.usualRisk(),
                        formula.horizonDays(),
                        formula.contributions(behaviour),
                        changes(behaviour, purchases, day)));
    }

    private List<Change> changes(Behaviour behaviour, Purchases purchases, LocalDate day) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Purchase(formula.risk(behaviour.withPurchase())));
        for (int days : SILENCES) {
            risk(purchases, day.plusDays(days)).ifPresent(risk -> changes.add(new Change.Silence(days, risk)));
        }
        return changes;
    }
}
