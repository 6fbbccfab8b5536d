package io.guanxi.analytics.lifetime.domain;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/** Points and weights of the Gauss-Legendre quadrature from 0 to 1. */
final class Nodes {

    static final Nodes FEW = new Nodes(8);
    static final Nodes MANY = new Nodes(16);

    private final double[] points;
    private final double[] weights;

    private Nodes(int count) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(count, 0, 1);
        points = new double[count];
        weights = new double[count];
        for (int i = 0; i < count; i++) {
            points[i] = rule.getPoint(i);
            weights[i] = rule.getWeight(i);
        }
    }

    int count() {
        return points.length;
    }

    double at(int i) {
        return points[i];
    }

    double weight(int i) {
        return weights[i];
    }
}
