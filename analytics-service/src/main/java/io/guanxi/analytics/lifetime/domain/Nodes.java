package io.guanxi.analytics.lifetime.domain;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/** Points and weights of the Gauss-Legendre quadrature from 0 to 1. */
final class Nodes {

    static final int COUNT = 16;

    private static final double[] POINTS = new double[COUNT];
    private static final double[] WEIGHTS = new double[COUNT];

    static {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(COUNT, 0, 1);
        for (int i = 0; i < COUNT; i++) {
            POINTS[i] = rule.getPoint(i);
            WEIGHTS[i] = rule.getWeight(i);
        }
    }

    private Nodes() {}

    static double at(int i) {
        return POINTS[i];
    }

    static double weight(int i) {
        return WEIGHTS[i];
    }
}
