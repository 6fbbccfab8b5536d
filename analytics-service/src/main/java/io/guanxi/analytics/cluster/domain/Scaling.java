package io.guanxi.analytics.cluster.domain;

import io.guanxi.analytics.table.domain.Table;
import java.util.List;

/**
 * Makes recency, frequency and money comparable: logarithms of one more, since twice as much matters as much at any size, as
 * distances from the population's mean in its standard deviations.
 *
 * @param means of the logarithms: recency, frequency, monetary
 * @param deviations of the logarithms; 1 where all are equal
 */
public record Scaling(List<Double> means, List<Double> deviations) {

    public Scaling {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        if (means.size() != Habits.MEASURES || deviations.size() != Habits.MEASURES) {
            throw new IllegalArgumentException("%d means, %d deviations (expected: %d of each)"
                    .formatted(means.size(), deviations.size(), Habits.MEASURES));
        }
    }

    static Scaling of(Table table) {
        Double[] means = new Double[Habits.MEASURES];
        Double[] deviations = new Double[Habits.MEASURES];
        for (int measure = 0; measure < Habits.MEASURES; measure++) {
            double sum = 0;
            for (int row = 0; row < table.rows(); row++) {
                sum += logarithm(table.at(row, measure));
            }
            double mean = sum / table.rows();
            double squares = 0;
            for (int row = 0; row < table.rows(); row++) {
                double distance = logarithm(table.at(row, measure)) - mean;
                squares += distance * distance;
            }
            double deviation = Math.sqrt(squares / table.rows());
            means[measure] = mean;
            deviations[measure] = deviation > 1e-12 * (1 + mean) ? deviation : 1;
        }
        return new Scaling(List.of(means), List.of(deviations));
    }

    /** What was returned beyond what was sold counts as nothing. */
    private static double logarithm(double natural) {
        return Math.log1p(Math.max(0, natural));
    }

    double scaled(int measure, double natural) {
        return (logarithm(natural) - means.get(measure)) / deviations.get(measure);
    }

    double natural(int measure, double scaled) {
        return Math.expm1(scaled * deviations.get(measure) + means.get(measure));
    }
}
