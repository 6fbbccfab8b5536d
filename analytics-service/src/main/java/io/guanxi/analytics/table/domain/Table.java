package io.guanxi.analytics.table.domain;

/**
 * Rows in their final order. The arrays belong to the table and must not be changed.
 *
 * @param columns each of one number a row
 * @param share of all customers whose rows these are
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of numbers; a table is never compared or printed.
public record Table(double[][] columns, int rows, double share) {

    public double at(int row, int column) {
        return columns[column][row];
    }

    /** The first so many rows, which are a fair sample: rows are in the order of a hash of the customer. */
    public Table sample(int atMost) {
        return rows <= atMost ? this : new Table(columns, atMost, share * atMost / rows);
    }
}
