package io.guanxi.analytics.table.domain;

import io.guanxi.analytics.history.domain.Flow;
import io.guanxi.analytics.history.domain.PurchaseHistory;
import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.analytics.value.domain.Sums;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/** Real orders of 1997 and 1998, where they lie beside the project; tests of them are skipped elsewhere. */
public final class CdnowSample {

    public static final LocalDate LAST_DAY = LocalDate.of(1998, 6, 30);

    private static final Path FILE = Path.of("..", "..", "shared", "data", "CDNOW_sample.txt");

    private CdnowSample() {}

    public static Map<String, PurchaseHistory> customers() {
        Assumptions.assumeTrue(Files.exists(FILE), "the CDNOW sample lies beside the project");
        Map<String, PurchaseHistory> customers = new TreeMap<>();
        for (String line : lines()) {
            String[] fields = line.strip().split("\\s+");
            LocalDate day = LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE);
            List<Flow> order = List.of(order(day, Integer.parseInt(fields[3]), fields[4]));
            customers.merge(fields[0], PurchaseHistory.of(order), (before, one) -> before.replacing(List.of(), order));
        }
        return customers;
    }

    /** One order that was placed and paid on a day, in dollars. */
    public static Flow order(LocalDate day, long units, String dollars) {
        return new Flow(day, day, 1, units, 0, dollars(1, dollars));
    }

    public static SumsByCurrency dollars(long orders, String amount) {
        Sums sums = new Sums(orders, Amounts.exact(new BigDecimal(amount)), Amounts.ZERO);
        return new SumsByCurrency(new TreeMap<>(Map.of("USD", sums)));
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
