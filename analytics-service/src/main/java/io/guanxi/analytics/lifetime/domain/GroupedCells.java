package io.guanxi.analytics.lifetime.domain;

import java.util.stream.IntStream;

/**
 * The cells of a calibration as columns. What depends on the number of purchases alone, or on a day alone, is computed once
 * for each different one and looked up by its place.
 */
final class GroupedCells {

    private static final double DAYS_IN_A_WEEK = 7;

    /** Different numbers of repeat purchases, ascending, and how many customers have them. */
    final int[] purchases;

    final double[] buyers;

    /** Different times in weeks, ascending. */
    final double[] weeks;

    /** Of each cell: places of its numbers above, and its customers. */
    final int[] x;

    final int[] recency;
    final int[] age;
    final double[] customers;

    GroupedCells(CellCounts cells) {
        int count = cells.cells();
        purchases = IntStream.range(0, count).map(cells::x).distinct().sorted().toArray();
        int[] days = IntStream.concat(
                        IntStream.range(0, count).map(cells::recencyDays),
                        IntStream.range(0, count).map(cells::ageDays))
                .distinct()
                .sorted()
                .toArray();
        weeks = IntStream.of(days).mapToDouble(day -> day / DAYS_IN_A_WEEK).toArray();
        int[] placeOfPurchases = places(purchases);
        int[] placeOfDays = places(days);
        x = new int[count];
        recency = new int[count];
        age = new int[count];
        customers = new double[count];
        buyers = new double[purchases.length];
        for (int cell = 0; cell < count; cell++) {
            x[cell] = placeOfPurchases[cells.x(cell)];
            recency[cell] = placeOfDays[cells.recencyDays(cell)];
            age[cell] = placeOfDays[cells.ageDays(cell)];
            customers[cell] = cells.count(cell);
            buyers[x[cell]] += customers[cell];
        }
    }

    private static int[] places(int[] ascending) {
        int[] places = new int[CellCounts.LONGEST + 1];
        for (int place = 0; place < ascending.length; place++) {
            places[ascending[place]] = place;
        }
        return places;
    }

    int size() {
        return customers.length;
    }

    double meanAge() {
        double sum = 0;
        double all = 0;
        for (int cell = 0; cell < size(); cell++) {
            sum += customers[cell] * weeks[age[cell]];
            all += customers[cell];
        }
        return sum / all;
    }
}
