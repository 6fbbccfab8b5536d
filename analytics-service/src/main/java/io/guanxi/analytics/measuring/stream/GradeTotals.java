package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.value.domain.SumsByCurrency;

/**
 * The customers of one grade.
 *
 * @param sums of all that they ever bought
 */
public record GradeTotals(long customers, SumsByCurrency sums) {

    static final GradeTotals NOTHING = new GradeTotals(0, SumsByCurrency.NOTHING);

    GradeTotals plus(SumsByCurrency customer) {
        return new GradeTotals(customers + 1, sums.plus(customer));
    }

    GradeTotals plus(GradeTotals others) {
        return new GradeTotals(customers + others.customers, sums.plus(others.sums));
    }

    GradeTotals minus(SumsByCurrency customer) {
        return new GradeTotals(customers - 1, sums.minus(customer));
    }
}
