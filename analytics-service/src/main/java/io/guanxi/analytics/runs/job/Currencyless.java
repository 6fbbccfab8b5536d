package io.guanxi.analytics.runs.job;

/** Why nothing can be said of amounts. */
final class Currencyless {

    static final Analysis.Stage.Refused REFUSED = new Analysis.Stage.Refused(
            "no-currency",
            "Nothing says in which currency customers are compared: no boundaries, no rule, no setting.");

    private Currencyless() {}
}
