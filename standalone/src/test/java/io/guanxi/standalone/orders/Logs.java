package io.guanxi.standalone.orders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a log that stands in the test. */
final class Logs {

    private Logs() {}

    static List<Read> read(OrderLog log, String text) {
        List<Read> reads = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new StringReader(text))) {
            log.read(lines, reads::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reads;
    }

    static List<ShopOrder> orders(OrderLog log, String text) {
        return read(log, text).stream()
                .filter(Read.Order.class::isInstance)
                .map(read -> ((Read.Order) read).order())
                .toList();
    }

    static List<String> bad(OrderLog log, String text) {
        return read(log, text).stream()
                .filter(Read.Bad.class::isInstance)
                .map(read -> read.line() + " " + ((Read.Bad) read).reason())
                .toList();
    }
}
