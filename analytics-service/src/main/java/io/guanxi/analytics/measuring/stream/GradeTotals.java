package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.value.domain.SumsByCurrency;

/**
 * The customers of one grade at present.
 *
 * @param sums of all that they ever bought
 */
public record GradeTotals(long customers, SumsByCurrency sums) {

    static final GradeTotals NOTHING = new GradeTotals(0, SumsByCurrency.NOTHING);

    GradeTotals plus(SumsByCurrency customer) {
        return new GradeTotals(customers + 1, sums.plus(customer));
    }

    GradeTotals minus(SumsByCurrency customer) {
        return new GradeTotals(customers - 1, sums.minus(customer));
    }
}
