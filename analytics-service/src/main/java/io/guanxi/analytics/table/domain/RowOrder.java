package io.guanxi.analytics.table.domain;

/** A sorted order of rows without an object for each: a merge sort of their numbers. */
final class RowOrder {

    /** Compares two rows by their numbers. */
    @FunctionalInterface
    interface Comparison {
        int compare(int one, int other);
    }

    private RowOrder() {}

    static int[] of(int rows, Comparison comparison) {
        int[] from = new int[rows];
        for (int row = 0; row < rows; row++) {
            from[row] = row;
        }
        int[] to = new int[rows];
        for (long run = 1; run < rows; run *= 2) {
            for (long start = 0; start < rows; start += 2 * run) {
                int middle = (int) Math.min(start + run, rows);
                merge(from, to, (int) start, middle, (int) Math.min(start + 2 * run, rows), comparison);
            }
            int[] sorted = to;
            to = from;
            from = sorted;
        }
        return from;
    }

    private static void merge(int[] from, int[] to, int start, int middle, int end, Comparison comparison) {
        int left = start;
        int right = middle;
        for (int at = start; at < end; at++) {
            boolean takeLeft = left < middle && (right == end || comparison.compare(from[left], from[right]) <= 0);
            to[at] = from[takeLeft ? left++ : right++];
        }
    }
}
