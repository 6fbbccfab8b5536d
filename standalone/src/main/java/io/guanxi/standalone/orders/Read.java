package io.guanxi.standalone.orders;

/** What a reader makes of one or more lines of a log. */
sealed interface Read {

    /** The number of the line it begins at, from 1. */
    long line();

    record Order(long line, ShopOrder order) implements Read {}

    /** A line that cannot be used. The rest of the log goes on. */
    record Bad(long line, String reason) implements Read {}
}
