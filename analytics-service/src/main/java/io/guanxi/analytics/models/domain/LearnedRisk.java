package io.guanxi.analytics.models.domain;

import io.guanxi.analytics.churn.domain.RiskFit;
import java.time.LocalDate;

/**
 * All that is known of how risk was learned from behaviour.
 *
 * @param fit the formula, what it was learned from and how good it was on the month that was held out
 */
public record LearnedRisk(RiskFit.Fitted fit) {

    /** The last day that it knows of: the last one on which a customer of the held-out month could still have bought. */
    public LocalDate dataTo() {
        return fit.heldOut().plusDays(fit.formula().horizonDays());
    }
}
