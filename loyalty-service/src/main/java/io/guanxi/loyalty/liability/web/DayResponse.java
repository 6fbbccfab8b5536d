package io.guanxi.loyalty.liability.web;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.liability.domain.BookDay;
import io.guanxi.loyalty.liability.domain.Line;
import io.guanxi.loyalty.liability.domain.Totals;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A purse on a day of the books. The contract liability is what customers have, usable or not yet.
 *
 * @param closed whether the day gets no more postings
 * @param entries how many ledger entries were posted
 * @param value what a point was worth at the end of the day; absent if no value is stated
 * @param money the lines of {@code points} in money, with the revaluation of the opening liability; absent if no value is stated
 */
record DayResponse(
        String purse,
        String date,
        String zone,
        boolean closed,
        long entries,
        Points points,
        @Nullable Worth value,
        @Nullable Map<String, String> money) {

    /**
     * @param opening the contract liability at the start
     * @param lines what was posted, by line
     * @param closing the contract liability at the end: {@code opening} and all lines
     * @param owedAtEnd of {@code closing}, what customers could use or had kept aside
     * @param pendingAtEnd of {@code closing}, what could not be used yet
     * @param debtAtEnd what accounts owed; no part of {@code closing}
     */
    record Points(
            long opening, Map<String, Long> lines, long closing, long owedAtEnd, long pendingAtEnd, long debtAtEnd) {}

    record Worth(String amount, String currency) {

        static @Nullable Worth of(@Nullable Money money) {
            return money == null ? null : new Worth(money.amount().toPlainString(), money.currency());
        }
    }

    static DayResponse of(BookDay day, boolean closed) {
        var lines = new LinkedHashMap<String, Long>();
        for (Line line : Line.values()) {
            lines.put(line.column(), day.posted().of(line));
        }
        Totals closing = day.closing();
        return new DayResponse(
                day.purse(),
                day.date().toString(),
                day.zone().getId(),
                closed,
                day.entries(),
                new Points(
                        day.opening().liability(),
                        lines,
                        closing.liability(),
                        closing.owed(),
                        closing.pending(),
                        closing.debt()),
                Worth.of(day.value()),
                day.value() == null ? null : money(day));
    }

    private static Map<String, String> money(BookDay day) {
        var money = new LinkedHashMap<String, String>();
        put(money, "opening", day.openingWorth());
        put(money, "revaluation", day.revaluation());
        for (Line line : Line.values()) {
            put(money, line.column(), day.worth(day.posted().of(line)));
        }
        put(money, "closing", day.worth(day.closing().liability()));
        return money;
    }

    private static void put(Map<String, String> money, String name, @Nullable Money worth) {
        if (worth != null) {
            money.put(name, worth.amount().toPlainString());
        }
    }
}
