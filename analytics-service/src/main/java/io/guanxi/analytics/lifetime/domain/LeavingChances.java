package io.guanxi.analytics.lifetime.domain;

/**
 * A beta distribution of the chance p to leave after a purchase, over which the number of coming purchases is averaged by
 * quadrature where a sum over these purchases would be too long. The integral runs over ln(p / (1 − p)), in which everything
 * is smooth whatever the parameters; the ends, where only the density moves, are added as they are known.
 *
 * @param from below it customers who never leave cannot be told from the others
 * @param to above it all leave at once
 */
record LeavingChances(double a, double staying, double from, double to) {

    private static final double NEGLIGIBLE = 40;
    private static final double REACH = 60;
    private static final double LONGEST = 1e150;

    static LeavingChances of(double a, double staying) {
        double centre = Math.log(a) - Math.log(staying);
        double reach = REACH * (Math.sqrt(1 / a + 1 / staying) + 1 / a + 1 / staying);
        return new LeavingChances(a, staying, centre - reach, Math.min(centre + reach, NEGLIGIBLE + Math.log1p(a)));
    }

    /** The mean of {@code (1 − (1 + pz)^−s) / p}: the purchases of somebody who leaves with the chance p after each. */
    double mean(double s, double time) {
        double z = Math.min(time, LONGEST);
        double low = Math.max(from, -NEGLIGIBLE - Math.log1p(s * z + staying));
        double spread = Math.sqrt(1 / a + 1 / staying);
        int panels = (int) Math.ceil((to - low) / Math.min(1.5, 3 * spread));
        double width = (to - low) / panels;
        double peak = logDensity(Math.log(a) - Math.log(staying));
        double mass = Math.exp(logDensity(low) - peak) / a;
        double sum = mass * s * z;
        double certain = Math.exp(logDensity(to) - peak) / staying;
        mass += certain;
        sum += certain * purchases(1, s, z);
        for (int panel = 0; panel < panels; panel++) {
            for (int i = 0; i < Nodes.MANY.count(); i++) {
                double logit = low + width * (panel + Nodes.MANY.at(i));
                double weight = width * Nodes.MANY.weight(i) * Math.exp(logDensity(logit) - peak);
                mass += weight;
                sum += weight * purchases(1 / (1 + Math.exp(-logit)), s, z);
            }
        }
        return sum / mass;
    }

    private double logDensity(double logit) {
        return -a * Math.log1p(Math.exp(-logit)) - staying * Math.log1p(Math.exp(logit));
    }

    private static double purchases(double p, double s, double z) {
        return p * z * s < Double.MIN_NORMAL ? s * z : -Math.expm1(-s * Math.log1p(p * z)) / p;
    }
}
