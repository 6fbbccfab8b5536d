package io.guanxi.analytics.lifetime.domain;

import io.guanxi.analytics.history.domain.Purchases;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a model is fitted to: how many customers were seen to buy in which way, until the end of the calibration. It consists
 * of whole numbers, so it does not matter who was counted first, or where. Customers who first bought later do not take part.
 */
public final class Calibration {

    private final CellCounts cells;
    private final long customers;
    private final long repeatBuyers;

    private Calibration(CellCounts cells) {
        this.cells = cells;
        long all = 0;
        long repeating = 0;
        for (int cell = 0; cell < cells.cells(); cell++) {
            all += cells.count(cell);
            repeating += cells.x(cell) > 0 ? cells.count(cell) : 0;
        }
        customers = all;
        repeatBuyers = repeating;
    }

    /** Counts one customer after the other; not for several threads. */
    public static final class Counter {

        private final CellCounts cells = new CellCounts();

        /** A customer of whom this was bought until the end of a day; one who bought later is left out. */
        public Counter add(Purchases purchases, LocalDate asOf) {
            Observation.of(purchases, asOf).ifPresent(this::add);
            return this;
        }

        /** @throws IllegalArgumentException if the age is above 65,535 days */
        public Counter add(Observation seen) {
            cells.add(seen, 0);
            return this;
        }

        /** Of all that were added; the counter may go on. */
        public Calibration counted() {
            CellCounts copy = new CellCounts();
            copy.add(cells);
            return new Calibration(copy);
        }
    }

    /** Of cells in any order, several of which may be of the same observation. */
    public static Calibration of(Collection<CalibrationCell> cells) {
        TreeMap<Long, Long> customers = new TreeMap<>();
        cells.forEach(cell -> customers.merge(CellCounts.key(cell.seen(), 0), cell.customers(), Long::sum));
        CellCounts counts = new CellCounts();
        counts.add(customers);
        return new Calibration(counts);
    }

    /** With the customers of another one, none of whom is in this one. */
    public Calibration plus(Calibration other) {
        CellCounts sum = new CellCounts();
        sum.add(cells);
        sum.add(other.cells);
        return new Calibration(sum);
    }

    /** Sorted by purchases, recency and age. */
    public List<CalibrationCell> cells() {
        return IntStream.range(0, cells.cells())
                .mapToObj(cell -> new CalibrationCell(cells.seen(cell), cells.count(cell)))
                .toList();
    }

    CellCounts counts() {
        return cells;
    }

    public long customers() {
        return customers;
    }

    /** Customers with purchases on at least two days. */
    public long repeatBuyers() {
        return repeatBuyers;
    }
}
