package io.guanxi.analytics.lifetime.domain;

/**
 * Continuous discounting.
 *
 * @param rate a week; a purchase after u weeks is worth exp(−rate·u) of one today
 */
record Discounting(double rate) {

    private static final double WEEKS_IN_A_YEAR = 365.25 / 7;

    static Discounting of(double annualDiscount) {
        if (!(annualDiscount >= 0) || annualDiscount == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "a discount of %s a year, expected a finite number from 0".formatted(annualDiscount));
        }
        return new Discounting(Math.log1p(annualDiscount) / WEEKS_IN_A_YEAR);
    }

    double orders(OrderModel model, double weeks, int x, double tx, double age) {
        double all = model.expectedOrders(weeks, x, tx, age);
        if (rate == 0 || weeks == 0 || all == 0) {
            return all;
        }
        double sum = 0;
        for (int i = 0; i < Nodes.COUNT; i++) {
            double time = weeks * Nodes.at(i);
            sum += Nodes.weight(i) * Math.exp(-rate * time) * model.expectedOrders(time, x, tx, age);
        }
        return Math.exp(-rate * weeks) * all + rate * weeks * sum;
    }
}
