package io.guanxi.analytics.lifetime.domain;

import java.util.stream.IntStream;

/** A log likelihood and its gradient by the parameters, of data that are grouped to cells. */
interface Likelihood {

    /** Cells of one piece of work. Pieces are summed in their order, so the sum does not depend on threads. */
    int PIECE = 4096;

    /**
     * At some parameters, all above 0.
     *
     * @return the log likelihood, then its derivative by each parameter
     */
    double[] at(double[] parameters);

    /** The sum over all cells of what is added up piece by piece, by all processors. */
    static double[] sum(int cells, int values, Piece piece) {
        int pieces = Math.ceilDiv(cells, PIECE);
        double[][] parts = new double[pieces][];
        IntStream.range(0, pieces).parallel().forEach(i -> {
            double[] part = new double[values];
            piece.add(i * PIECE, Math.min(cells, (i + 1) * PIECE), part);
            parts[i] = part;
        });
        double[] sum = new double[values];
        for (double[] part : parts) {
            for (int i = 0; i < values; i++) {
                sum[i] += part[i];
            }
        }
        return sum;
    }

    /** Adds the cells from one to before another one. */
    @FunctionalInterface
    interface Piece {
        void add(int from, int to, double[] sum);
    }
}
