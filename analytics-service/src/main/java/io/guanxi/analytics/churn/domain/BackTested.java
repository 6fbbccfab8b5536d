package io.guanxi.analytics.churn.domain;

import java.time.LocalDate;

/** How a model that was learned on a month-end would have done. */
public sealed interface BackTested {

    /** The month-end on which it would have been learned and used. */
    LocalDate month();

    /**
     * @param learnedTo the last month-end that it was learned from
     * @param quality of what it would have told about the customers of the month
     * @param guessLogLoss the log loss of telling everybody the share that stayed away among those learned from
     */
    record Tested(LocalDate month, LocalDate learnedTo, Quality quality, double guessLogLoss) implements BackTested {}

    /** @param why nothing could have been learned by then */
    record NotTested(LocalDate month, RiskFit.NotFitted why) implements BackTested {}
}
