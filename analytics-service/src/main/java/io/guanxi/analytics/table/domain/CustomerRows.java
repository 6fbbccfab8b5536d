package io.guanxi.analytics.table.domain;

import java.util.Arrays;

/**
 * Rows of numbers, several of which may be of one customer, gathered customer by customer and partition by partition.
 *
 * <p>Memory is bounded. Beyond the limit half of the customers are left out, then half of the rest, and so on: always those
 * whose hash begins with ones. So what is kept depends on who the customers are and never on who came first.
 */
public final class CustomerRows {

    private static final int FIRST_CAPACITY = 1024;

    private final int atMost;
    private final double[][] columns;
    private long[] customers = new long[0];
    private int size;
    private int halvings;

    /**
     * @param width how many numbers a row has
     * @param atMost how many rows are kept
     */
    public CustomerRows(int width, int atMost) {
        if (width < 1 || atMost < 1) {
            throw new IllegalArgumentException("%d rows of %d (expected: one at least)".formatted(atMost, width));
        }
        this.atMost = atMost;
        this.columns = new double[width][0];
    }

    /** Whether rows of this customer are kept so far; if not, computing them can be spared. */
    public boolean takes(String customer) {
        return keeps(Scatter.of(customer));
    }

    /** @param row as many numbers as this is wide */
    public void add(String customer, double... row) {
        if (row.length != columns.length) {
            throw new IllegalArgumentException("row of " + row.length + " (expected: " + columns.length + ")");
        }
        long hash = Scatter.of(customer);
        if (keeps(hash)) {
            makeRoom();
            customers[size] = hash;
            for (int column = 0; column < row.length; column++) {
                columns[column][size] = row[column];
            }
            size++;
            thin();
        }
    }

    /** Takes in the rows of other customers, such as those of another partition. */
    public void addAll(CustomerRows other) {
        if (other.columns.length != columns.length) {
            throw new IllegalArgumentException(
                    "rows of " + other.columns.length + " (expected: " + columns.length + ")");
        }
        if (other.halvings > halvings) {
            halvings = other.halvings;
            leaveOut();
        }
        for (int row = 0; row < other.size; row++) {
            if (keeps(other.customers[row])) {
                makeRoom();
                customers[size] = other.customers[row];
                for (int column = 0; column < columns.length; column++) {
                    columns[column][size] = other.columns[column][row];
                }
                size++;
                thin();
            }
        }
    }

    /** The share of all customers whose rows are kept: 1, or a half, a quarter and so on. */
    public double share() {
        return Math.scalb(1.0, -halvings);
    }

    public int size() {
        return size;
    }

    /** The rows in an order that follows from the customers and the numbers alone. */
    public Table table() {
        int[] order = RowOrder.of(size, this::compare);
        double[][] ordered = new double[columns.length][size];
        for (int column = 0; column < columns.length; column++) {
            for (int row = 0; row < size; row++) {
                ordered[column][row] = columns[column][order[row]];
            }
        }
        return new Table(ordered, size, share());
    }

    private int compare(int one, int other) {
        int byCustomer = Long.compareUnsigned(customers[one], customers[other]);
        for (int column = 0; byCustomer == 0 && column < columns.length; column++) {
            byCustomer = Double.compare(columns[column][one], columns[column][other]);
        }
        return byCustomer;
    }

    private boolean keeps(long hash) {
        return halvings == 0 || hash >>> (Long.SIZE - halvings) == 0;
    }

    private void thin() {
        while (size > atMost && halvings < Long.SIZE - 1) {
            halvings++;
            leaveOut();
        }
    }

    private void leaveOut() {
        int kept = 0;
        for (int row = 0; row < size; row++) {
            if (keeps(customers[row])) {
                customers[kept] = customers[row];
                for (double[] column : columns) {
                    column[kept] = column[row];
                }
                kept++;
            }
        }
        size = kept;
    }

    private void makeRoom() {
        if (size == customers.length) {
            int larger = (int) Math.min(Math.max(FIRST_CAPACITY, size + (size >> 1)), atMost + 1L);
            customers = Arrays.copyOf(customers, larger);
            for (int column = 0; column < columns.length; column++) {
                columns[column] = Arrays.copyOf(columns[column], larger);
            }
        }
    }
}
