package io.guanxi.standalone.orders;

import io.guanxi.contracts.EventTypes;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The format of the CDNOW data: customer, date as yyyymmdd, units, US dollars, parted by blanks. A line is a purchase that
 * was paid on that day; the file has no order ids, so an order is named after customer, day and its number on that day,
 * which makes a second reading of the same file the same orders.
 */
final class CdnowOrderLog implements OrderLog {

    static final String CURRENCY = "USD";
    private static final String CHANNEL = "web";
    private static final String SKU = "CD";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    @Override
    public void read(BufferedReader lines, Consumer<Read> to) throws IOException {
        Map<String, Integer> ordersOfDay = new HashMap<>();
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || (number == 1 && line.strip().startsWith("customer"))) {
                continue;
            }
            to.accept(read(number, line.strip().split("\\s+"), ordersOfDay));
        }
    }

    private static Read read(long number, String[] fields, Map<String, Integer> ordersOfDay) {
        // The published sample has a second customer number, within the sample, after the first.
        int at = fields.length == 5 ? 1 : 0;
        if (fields.length - at != 4) {
            return new Read.Bad(number, fields.length + " fields (expected: customer, date, units, amount)");
        }
        try {
            String customer = fields[0];
            LocalDate day = LocalDate.parse(fields[at + 1], DAY);
            int units = Integer.parseUnsignedInt(fields[at + 2]);
            BigDecimal amount = new BigDecimal(fields[at + 3]);
            int nth = ordersOfDay.merge(customer + fields[at + 1], 1, Integer::sum);
            return new Read.Order(
                    number,
                    new ShopOrder(
                            EventTypes.SHOP_ORDER_PAID,
                            customer + "-" + fields[at + 1] + "-" + nth,
                            customer,
                            day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                            CHANNEL,
                            CURRENCY,
                            List.of(new OrderLine(SKU, null, units, amount))));
        } catch (DateTimeParseException e) {
            return new Read.Bad(number, "date: " + fields[at + 1] + " (expected: a day as yyyymmdd)");
        } catch (NumberFormatException e) {
            return new Read.Bad(
                    number,
                    "units or amount: %s, %s (expected: a whole number and a decimal number)"
                            .formatted(fields[at + 2], fields[at + 3]));
        }
    }
}
