package io.guanxi.analytics.lifetime.domain;

import java.util.SortedMap;

/**
 * The modified beta-geometric/NBD model of Batislam, Denizel and Filiztekin, International Journal of Research in Marketing
 * 24 (2007): as {@link BgNbd}, but a customer may also leave after the very first purchase.
 *
 * @param r shape of the purchase rates
 * @param alpha their inverse scale, in weeks
 * @param a of the chances to leave
 * @param b of the chances to leave
 */
public record MbgNbd(double r, double alpha, double a, double b) implements OrderModel {

    public MbgNbd {
        Checks.positive(r, alpha, a, b);
    }

    @Override
    public double pAlive(int x, double tx, double age) {
        Checks.times(x, tx, age);
        return 1 / (1 + a / (b + x) * Math.exp((r + x) * Math.log1p((age - tx) / (alpha + tx))));
    }

    @Override
    public double expectedOrdersIfAlive(double weeks, int x, double tx, double age) {
        Checks.times(x, tx, age);
        Checks.horizon(weeks);
        return Chances.orders(r + x, a, b + x + 1, weeks / (alpha + age));
    }

    @Override
    public OrderFamily family() {
        return OrderFamily.MBG_NBD;
    }

    @Override
    public SortedMap<String, Double> parameters() {
        return Checks.named(family(), r, alpha, a, b);
    }
}
