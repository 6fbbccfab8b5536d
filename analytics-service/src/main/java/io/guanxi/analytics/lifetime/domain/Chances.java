package io.guanxi.analytics.lifetime.domain;

/**
 * How many purchases a customer who is there makes in some time, in the beta-geometric models. Written in the literature as
 * {@code (C−1)/(a−1) · (1 − (1+z)^−s · 2F1(s, B; C−1; z/(1+z)))} with C = a + B, which loses all digits near a = 1 and for
 * short times. The same number is a sum of positive terms: a customer who never leaves makes k purchases with the chance of
 * a negative binomial distribution, and the j-th of them happens if the j before it were survived.
 */
final class Chances {

    private static final double ENOUGH = 1e-14;
    private static final double UNDERFLOW = 690;
    private static final double TERMS = 3000;

    private Chances() {}

    /**
     * @param s shape of the customer's purchase rate
     * @param a of the chances to leave
     * @param staying the other shape of the chances to leave
     * @param z the time to come, as a multiple of the inverse scale of the purchase rate
     */
    static double orders(double s, double a, double staying, double z) {
        if (z == 0) {
            return 0;
        }
        double mean = s * z;
        double decades = s * Math.log1p(z);
        return decades > UNDERFLOW || mean + 8 * Math.sqrt(mean * (1 + z)) + 35 * (1 + z) > TERMS
                ? LeavingChances.of(a, staying).mean(s, z)
                : sum(s, a, a + staying, staying, z, Math.exp(-decades));
    }

    private static double sum(double s, double a, double all, double staying, double z, double none) {
        double share = z / (1 + z);
        double left = ENOUGH / (1 + z);
        double chance = none;
        double survival = 1;
        double happening = 0;
        double sum = 0;
        double term = 0;
        for (double k = 0; k <= s * z || term > left * sum; k++) {
            chance *= share * (s + k) / (k + 1);
            happening += survival;
            survival *= (staying + k) / (all + k);
            term = chance * happening;
            sum += term;
        }
        return sum;
    }
}
