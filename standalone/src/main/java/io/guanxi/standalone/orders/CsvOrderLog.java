package io.guanxi.standalone.orders;

import io.guanxi.contracts.EventTypes;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * CSV (RFC 4180) with a header. Rows of one order stand together and are its lines; their order, customer, date, currency
 * and type are the same. A row that cannot be used spoils its order and no other.
 */
final class CsvOrderLog implements OrderLog {

    private static final Map<String, String> TYPES = Map.of(
            "placed", EventTypes.SHOP_ORDER_PLACED,
            "paid", EventTypes.SHOP_ORDER_PAID,
            "shipped", EventTypes.SHOP_ORDER_SHIPPED,
            "delivered", EventTypes.SHOP_ORDER_DELIVERED,
            "cancelled", EventTypes.SHOP_ORDER_CANCELLED);

    private final CsvColumns columns;
    private final @Nullable String currency;
    private final ZoneId zone;
    private final CSVFormat format;

    /**
     * @param currency of rows that do not say theirs
     * @param zone of dates and times that do not say theirs
     */
    CsvOrderLog(CsvColumns columns, @Nullable String currency, ZoneId zone, char delimiter) {
        this.columns = columns;
        this.currency = currency;
        this.zone = zone;
        this.format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                // A stray quote spoils its row, not the rest of the file.
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
    }

    @Override
    public void read(BufferedReader lines, Consumer<Read> to) throws IOException {
        try (CSVParser rows = CSVParser.parse(lines, format)) {
            checkHeader(rows.getHeaderNames());
            List<Row> order = new ArrayList<>();
            for (CSVRecord record : rows) {
                Row row = new Row(rows.getCurrentLineNumber(), record);
                if (!order.isEmpty() && !sameOrder(order.getFirst(), row)) {
                    to.accept(order(order));
                    order.clear();
                }
                order.add(row);
            }
            if (!order.isEmpty()) {
                to.accept(order(order));
            }
        }
    }

    private void checkHeader(List<String> header) {
        for (String name : CsvColumns.REQUIRED) {
            if (!header.contains(columns.header(name))) {
                throw new IllegalArgumentException(
                        "The file has no column %s for '%s' (found: %s); --columns %s=HEADER names another"
                                .formatted(columns.header(name), name, header, name));
            }
        }
    }

    private boolean sameOrder(Row one, Row other) {
        return Objects.equals(value(one, "order"), value(other, "order"))
                && Objects.equals(value(one, "type"), value(other, "type"));
    }

    private Read order(List<Row> rows) {
        List<OrderLine> lines = new ArrayList<>();
        for (Row row : rows) {
            try {
                lines.add(line(row));
            } catch (IllegalArgumentException e) {
                return new Read.Bad(row.line(), String.valueOf(e.getMessage()));
            }
        }
        Row first = rows.getFirst();
        try {
            return new Read.Order(first.line(), order(first, lines));
        } catch (IllegalArgumentException e) {
            return new Read.Bad(first.line(), String.valueOf(e.getMessage()));
        }
    }

    private ShopOrder order(Row row, List<OrderLine> lines) {
        String rowCurrency = value(row, "currency");
        if (rowCurrency == null && currency == null) {
            throw new IllegalArgumentException("currency: none (expected: a column, or --currency)");
        }
        String channel = value(row, "channel");
        return new ShopOrder(
                type(row),
                required(row, "order"),
                required(row, "customer"),
                happened(required(row, "date")),
                channel == null ? "web" : channel,
                rowCurrency == null ? Objects.requireNonNull(currency) : rowCurrency,
                lines);
    }

    private String type(Row row) {
        String named = value(row, "type");
        String type = TYPES.get(named == null ? "paid" : named);
        if (type == null) {
            throw new IllegalArgumentException("type: %s (expected: one of %s)"
                    .formatted(named, TYPES.keySet().stream().sorted().toList()));
        }
        return type;
    }

    private OrderLine line(Row row) {
        String sku = value(row, "sku");
        String units = value(row, "units");
        try {
            return new OrderLine(
                    sku == null ? "unknown" : sku,
                    value(row, "category"),
                    units == null ? 1 : Integer.parseUnsignedInt(units),
                    new BigDecimal(required(row, "amount")));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "units or amount: %s, %s (expected: a whole number and a decimal number)"
                            .formatted(units, value(row, "amount")),
                    e);
        }
    }

    private Instant happened(String date) {
        try {
            if (date.length() == 10) {
                return LocalDate.parse(date).atStartOfDay(zone).toInstant();
            }
            return date.endsWith("Z") || date.matches(".*[+-]\\d{2}:?\\d{2}$")
                    ? OffsetDateTime.parse(date).toInstant()
                    : LocalDateTime.parse(date.replace(' ', 'T')).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("date: " + date + " (expected: ISO 8601, a day or a day and a time)", e);
        }
    }

    private String required(Row row, String name) {
        String value = value(row, name);
        if (value == null) {
            throw new IllegalArgumentException(name + ": nothing (expected: a value)");
        }
        return value;
    }

    private @Nullable String value(Row row, String name) {
        String header = columns.header(name);
        if (!row.fields().isMapped(header) || !row.fields().isSet(header)) {
            return null;
        }
        String value = row.fields().get(header).strip();
        return value.isEmpty() ? null : value;
    }

    /** @param line the line of the file that the row ends at, from 1 */
    private record Row(long line, CSVRecord fields) {}
}
