package io.guanxi.loyalty.liability.web;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.liability.domain.BookDay;
import io.guanxi.loyalty.liability.domain.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days of the books as comma-separated values (RFC 4180). The same days give the same bytes. No field needs quotes: they are
 * codes, dates, names of zones and plain decimals.
 */
final class DaysFile {

    private static final String END = "\r\n";

    private DaysFile() {}

    static String of(List<BookDay> days, Instant closedUntil) {
        var file = new StringBuilder(String.join(",", columns())).append(END);
        days.forEach(day -> file.append(String.join(",", fields(day, Closing.isClosed(day, closedUntil))))
                .append(END));
        return file.toString();
    }

    private static List<String> columns() {
        var columns =
                new ArrayList<>(List.of("date", "purse", "zone", "closed", "entries", "contract_liability_opening"));
        for (Line line : Line.values()) {
            columns.add(line.column());
        }
        columns.addAll(List.of(
                "contract_liability_closing",
                "usable_at_end",
                "pending_at_end",
                "debt_at_end",
                "currency",
                "value_of_a_point",
                "contract_liability_opening_money",
                "revaluation_money"));
        for (Line line : Line.values()) {
            columns.add(line.column() + "_money");
        }
        columns.add("contract_liability_closing_money");
        return columns;
    }

    private static List<String> fields(BookDay day, boolean closed) {
        var fields = new ArrayList<>(List.of(
                day.date().toString(),
                day.purse(),
                day.zone().getId(),
                Boolean.toString(closed),
                Long.toString(day.entries()),
                Long.toString(day.opening().liability())));
        for (Line line : Line.values()) {
            fields.add(Long.toString(day.posted().of(line)));
        }
        fields.add(Long.toString(day.closing().liability()));
        fields.add(Long.toString(day.closing().owed()));
        fields.add(Long.toString(day.closing().pending()));
        fields.add(Long.toString(day.closing().debt()));
        fields.add(day.value() == null ? "" : day.value().currency());
        fields.add(amount(day.value()));
        fields.add(amount(day.openingWorth()));
        fields.add(amount(day.revaluation()));
        for (Line line : Line.values()) {
            fields.add(amount(day.worth(day.posted().of(line))));
        }
        fields.add(amount(day.worth(day.closing().liability())));
        return fields;
    }

    private static String amount(@Nullable Money money) {
        return money == null ? "" : money.amount().toPlainString();
    }
}
