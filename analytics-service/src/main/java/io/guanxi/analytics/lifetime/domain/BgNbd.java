package io.guanxi.analytics.lifetime.domain;

import java.util.SortedMap;

/**
 * The beta-geometric/NBD model of Fader, Hardie and Lee, "Counting Your Customers the Easy Way", Marketing Science 24
 * (2005): purchases come at a rate that is gamma distributed over the customers, and after each repeat purchase a customer
 * leaves with a chance that is beta distributed. A customer without repeat purchase is certainly there.
 *
 * @param r shape of the purchase rates
 * @param alpha their inverse scale, in weeks
 * @param a of the chances to leave
 * @param b of the chances to leave
 */
public record BgNbd(double r, double alpha, double a, double b) implements OrderModel {

    public BgNbd {
        Checks.positive(r, alpha, a, b);
    }

    @Override
    public double pAlive(int x, double tx, double age) {
        Checks.times(x, tx, age);
        return x == 0 ? 1 : 1 / (1 + a / (b + (x - 1)) * Math.exp((r + x) * Math.log1p((age - tx) / (alpha + tx))));
    }

    @Override
    public double expectedOrdersIfAlive(double weeks, int x, double tx, double age) {
        Checks.times(x, tx, age);
        Checks.horizon(weeks);
        return Chances.orders(r + x, a, b + x, weeks / (alpha + age));
    }

    @Override
    public OrderFamily family() {
        return OrderFamily.BG_NBD;
    }

    @Override
    public SortedMap<String, Double> parameters() {
        return Checks.named(family(), r, alpha, a, b);
    }
}
