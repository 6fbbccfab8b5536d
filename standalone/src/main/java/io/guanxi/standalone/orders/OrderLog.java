package io.guanxi.standalone.orders;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Consumer;

/** A format of order logs. A reader keeps no more than a line or an order in memory, and tells of every line. */
@FunctionalInterface
interface OrderLog {

    /**
     * @throws IOException if the file cannot be read further
     * @throws IllegalArgumentException if the file as a whole is not of this format, such as a header without a column
     */
    void read(BufferedReader lines, Consumer<Read> to) throws IOException;
}
