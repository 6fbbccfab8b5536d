package io.guanxi.analytics.lifetime.domain;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.history.domain.Purchases;
import io.guanxi.analytics.value.domain.Sums;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sample of 2,357 customers of the music shop CDNOW that the literature of these models fits. The file lies beside the
 * project and is not part of it: whoever has it not, skips what needs it.
 */
final class RealOrders {

    static final LocalDate CALIBRATION_END = LocalDate.of(1997, 9, 30);
    static final LocalDate END = LocalDate.of(1998, 6, 30);
    static final Conversion DOLLARS = Conversion.only("USD");

    private RealOrders() {}

    static List<Purchases> customers() {
        Path file = Path.of("")
                .toAbsolutePath()
                .getParent()
                .resolveSibling("shared")
                .resolve("data")
                .resolve("CDNOW_sample.txt");
        assumeTrue(Files.exists(file), "the file of real orders is not here");
        Map<String, TreeMap<LocalDate, Purchases.Day>> byCustomer = new TreeMap<>();
        for (String line : lines(file)) {
            String[] fields = line.strip().split("\\s+");
            LocalDate day = LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE);
            byCustomer
                    .computeIfAbsent(fields[1], customer -> new TreeMap<>())
                    .merge(day, bought(day, new BigDecimal(fields[4])), RealOrders::together);
        }
        return byCustomer.values().stream()
                .map(days -> new Purchases(new ArrayList<>(days.values())))
                .toList();
    }

    static Calibration calibration(List<Purchases> customers) {
        Calibration.Counter counter = new Calibration.Counter();
        customers.forEach(purchases -> counter.add(purchases, CALIBRATION_END));
        return counter.counted();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Purchases.Day bought(LocalDate day, BigDecimal dollars) {
        TreeMap<String, Sums> sums = new TreeMap<>();
        sums.put("USD", new Sums(1, dollars.setScale(4), BigDecimal.ZERO.setScale(4)));
        return new Purchases.Day(day, 1, 1, 0, new SumsByCurrency(sums));
    }

    private static Purchases.Day together(Purchases.Day one, Purchases.Day other) {
        return bought(one.day(), DOLLARS.net(one.sums()).add(DOLLARS.net(other.sums())));
    }
}
