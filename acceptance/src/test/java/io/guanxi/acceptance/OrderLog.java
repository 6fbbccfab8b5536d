package io.guanxi.acceptance;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/**
 * A log of real orders where there is one beside the project, generated ones elsewhere, and what follows from it by plain
 * arithmetic.
 *
 * @param file in the CDNOW format
 * @param customers what each customer bought, by the shop's id
 */
record OrderLog(Path file, Map<String, Bought> customers) {

    /** @param points one for each whole dollar of each order, as the programme that is shipped has it */
    record Bought(int orders, int units, BigDecimal amount, long points) {

        Bought plus(int moreUnits, BigDecimal more) {
            return new Bought(
                    orders + 1,
                    units + moreUnits,
                    amount.add(more),
                    points + more.setScale(0, RoundingMode.DOWN).longValueExact());
        }
    }

    /** @param lines how many orders at most */
    static OrderLog prepare(Path folder, int lines) throws IOException {
        Path real = Home.folder().resolveSibling("shared").resolve("data").resolve("CDNOW_master.txt");
        List<String> orders = Files.exists(real) ? firstLines(real, lines) : generated(lines);
        Path file = Files.write(folder.resolve("orders.txt"), orders);
        Map<String, Bought> customers = new TreeMap<>();
        for (String order : orders) {
            String[] fields = order.strip().split("\\s+");
            customers.merge(
                    fields[0],
                    new Bought(0, 0, BigDecimal.ZERO, 0).plus(Integer.parseInt(fields[2]), new BigDecimal(fields[3])),
                    (before, one) -> before.plus(one.units(), one.amount()));
        }
        return new OrderLog(file, customers);
    }

    private static List<String> firstLines(Path file, int lines) throws IOException {
        try (Stream<String> all = Files.lines(file)) {
            return all.skip(1).limit(lines).toList();
        }
    }

    private static List<String> generated(int lines) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(19970101);
        List<String> orders = new ArrayList<>();
        for (int line = 0; line < lines; line++) {
            orders.add(String.format(
                    Locale.ROOT,
                    " %05d 1997%02d%02d %2d %7.2f",
                    1 + line / 3,
                    1 + line % 12,
                    1 + random.nextInt(28),
                    1 + random.nextInt(5),
                    random.nextInt(20_000) / 100.0));
        }
        return orders;
    }

    int orders() {
        return customers.values().stream().mapToInt(Bought::orders).sum();
    }

    int units() {
        return customers.values().stream().mapToInt(Bought::units).sum();
    }

    BigDecimal amount() {
        return customers.values().stream().map(Bought::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
