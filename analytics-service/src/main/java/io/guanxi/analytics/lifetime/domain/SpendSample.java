package io.guanxi.analytics.lifetime.domain;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.history.domain.Purchases;
import java.time.LocalDate;

/**
 * What a customer's repeat purchases brought. The first purchase is left out, and so are days that brought nothing or less:
 * free orders, and orders that came back.
 *
 * @param purchases days that count
 * @param mean net amount of these days; 0 if there is none
 */
public record SpendSample(long purchases, double mean) {

    public static final SpendSample NONE = new SpendSample(0, 0);

    public SpendSample {
        boolean possible = purchases == 0 ? mean == 0 : purchases > 0 && mean > 0;
        if (!possible || mean == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("%d purchases of %s are impossible".formatted(purchases, mean));
        }
    }

    /** Of what was bought until the end of a day. */
    public static SpendSample of(Purchases purchases, LocalDate asOf, Conversion conversion) {
        long counted = 0;
        double sum = 0;
        for (Purchases.Day day : purchases.days()) {
            double net = conversion.net(day.sums()).doubleValue();
            if (net > 0 && day.day().isAfter(purchases.first()) && !day.day().isAfter(asOf)) {
                counted++;
                sum += net;
            }
        }
        return counted == 0 ? NONE : new SpendSample(counted, sum / counted);
    }
}
