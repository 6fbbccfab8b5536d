package io.guanxi.analytics.churn.domain;

import java.time.LocalDate;

/** What came of learning a risk model. */
public sealed interface RiskFit {

    /**
     * A formula, what it was learned from and how good it was on a later month.
     *
     * @param learnedFrom the first month-end of behaviour
     * @param learnedTo the last one; its outcome was known before the end of the month that was held out
     * @param heldOut the month-end that calibration was learned from
     * @param rows customers at month-ends that it was learned from
     * @param lapsed of the rows
     * @param share of all customers that were looked at
     * @param converged always true: what did not is not a model
     * @param gradientNorm largest entry of the gradient at the end, for each row
     * @param logLoss on the rows that it was learned from
     * @param calibrated whether the held-out month had enough of both kinds; if not, the formula is as it was learned
     * @param before on the held-out month without calibration
     * @param after on the held-out month with calibration, which has seen it; the back-test says how it does on others
     */
    record Fitted(
            RiskFormula formula,
            LocalDate learnedFrom,
            LocalDate learnedTo,
            LocalDate heldOut,
            long rows,
            long lapsed,
            double share,
            int iterations,
            boolean converged,
            double gradientNorm,
            double logLoss,
            boolean calibrated,
            Quality before,
            Quality after)
            implements RiskFit {}

    /**
     * No formula, and why.
     *
     * @param code too-few-months, too-few-lapses, too-few-returns, did-not-converge or no-better-than-chance
     * @param detail in English
     * @param actual what was found
     * @param required what would have been enough
     */
    record NotFitted(String code, String detail, double actual, double required) implements RiskFit {}
}
