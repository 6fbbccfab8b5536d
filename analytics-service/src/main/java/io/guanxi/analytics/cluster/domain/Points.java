package io.guanxi.analytics.cluster.domain;

import io.guanxi.analytics.table.domain.Table;

/** Customers as points in scaled space, one after another in one array. */
final class Points {

    static final int WIDTH = Habits.MEASURES;

    private final double[] coordinates;
    private final int size;

    private Points(double[] coordinates, int size) {
        this.coordinates = coordinates;
        this.size = size;
    }

    static Points of(Table table, Scaling scaling) {
        double[] coordinates = new double[Math.multiplyExact(table.rows(), WIDTH)];
        for (int row = 0; row < table.rows(); row++) {
            for (int measure = 0; measure < WIDTH; measure++) {
                coordinates[row * WIDTH + measure] = scaling.scaled(measure, table.at(row, measure));
            }
        }
        return new Points(coordinates, table.rows());
    }

    int size() {
        return size;
    }

    double at(int point, int measure) {
        return coordinates[point * WIDTH + measure];
    }

    /** Squared. */
    double distance(int point, double[] centre) {
        double sum = 0;
        for (int measure = 0; measure < WIDTH; measure++) {
            double difference = coordinates[point * WIDTH + measure] - centre[measure];
            sum += difference * difference;
        }
        return sum;
    }

    /** Squared. */
    double distance(int one, int other) {
        double sum = 0;
        for (int measure = 0; measure < WIDTH; measure++) {
            double difference = coordinates[one * WIDTH + measure] - coordinates[other * WIDTH + measure];
            sum += difference * difference;
        }
        return sum;
    }

    double[] point(int point) {
        double[] copy = new double[WIDTH];
        System.arraycopy(coordinates, point * WIDTH, copy, 0, WIDTH);
        return copy;
    }

    /** The nearest of some centres, of equals the first. */
    int nearest(int point, double[][] centres) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int centre = 0; centre < centres.length; centre++) {
            double distance = distance(point, centres[centre]);
            if (distance < least) {
                least = distance;
                nearest = centre;
            }
        }
        return nearest;
    }
}
