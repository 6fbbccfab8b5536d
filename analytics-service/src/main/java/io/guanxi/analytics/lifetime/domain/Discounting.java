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
        double alive = model.pAlive(x, tx, age);
        if (alive == 0) {
            return 0;
        }
        double all = model.expectedOrdersIfAlive(weeks, x, tx, age);
        double sum = 0;
        for (int i = 0; i < Nodes.MANY.count() && rate > 0; i++) {
            // Squared, since the function rises most steeply at the beginning.
            double root = Nodes.MANY.at(i);
            double time = weeks * root * root;
            sum += 2
                    * root
                    * Nodes.MANY.weight(i)
                    * Math.exp(-rate * time)
                    * model.expectedOrdersIfAlive(time, x, tx, age);
        }
        return alive * (Math.exp(-rate * weeks) * all + rate * weeks * sum);
    }
}
