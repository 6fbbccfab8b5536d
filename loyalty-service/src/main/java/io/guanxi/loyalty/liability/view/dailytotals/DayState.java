package io.guanxi.loyalty.liability.view.dailytotals;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.liability.domain.BookDay;
import io.guanxi.loyalty.liability.domain.Line;
import io.guanxi.loyalty.liability.domain.Totals;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A day of the books as other systems read it from the compacted topic. */
record DayState(
        String purse,
        String date,
        String zone,
        long issued,
        long matured,
        long redeemed,
        long expired,
        long reversed,
        long returned,
        long transferredIn,
        long transferredOut,
        long adjustedUp,
        long adjustedDown,
        long goodwill,
        long bonus,
        long correctedUp,
        long correctedDown,
        long debtRepaid,
        long owedAtEnd,
        long pendingAtEnd,
        long debtAtEnd,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Map<String, String>> money,
        Instant updatedAt) {

    static DayState of(BookDay day, Instant updatedAt) {
        Totals posted = day.posted();
        Totals closing = day.closing();
        return new DayState(
                day.purse(),
                day.date().toString(),
                day.zone().getId(),
                posted.of(Line.ISSUED),
                posted.of(Line.MATURED),
                posted.of(Line.REDEEMED),
                posted.of(Line.EXPIRED),
                posted.of(Line.REVERSED),
                posted.of(Line.RETURNED),
                posted.of(Line.TRANSFERRED_IN),
                posted.of(Line.TRANSFERRED_OUT),
                posted.of(Line.ADJUSTED_UP),
                posted.of(Line.ADJUSTED_DOWN),
                posted.of(Line.GOODWILL),
                posted.of(Line.BONUS),
                posted.of(Line.CORRECTED_UP),
                posted.of(Line.CORRECTED_DOWN),
                posted.of(Line.DEBT_REPAID),
                closing.owed(),
                closing.pending(),
                closing.debt(),
                money(day),
                updatedAt);
    }

    private static Map<String, Map<String, String>> money(BookDay day) {
        var money = new LinkedHashMap<String, Map<String, String>>();
        if (day.value() != null) {
            for (Line line : Line.values()) {
                money.put(camelCase(line), worth(day, day.posted().of(line)));
            }
            money.put("owedAtEnd", worth(day, day.closing().owed()));
            money.put("pendingAtEnd", worth(day, day.closing().pending()));
        }
        return money;
    }

    private static Map<String, String> worth(BookDay day, long points) {
        Money worth = Objects.requireNonNull(day.worth(points), "a purse with a value");
        return Map.of(worth.currency(), worth.amount().toPlainString());
    }

    private static String camelCase(Line line) {
        String[] words = line.column().split("_");
        return words.length == 1
                ? words[0]
                : words[0] + Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1);
    }
}
