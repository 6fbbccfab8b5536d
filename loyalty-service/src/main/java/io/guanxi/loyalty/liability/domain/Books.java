package io.guanxi.loyalty.liability.domain;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.programme.domain.PurseRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The books of a tenant by its rules: which day a posting counts on, and what a point is worth when. */
public record Books(RuleBook rules) {

    /** What was posted on one day. */
    public record Posted(ZoneId zone, Totals totals, long entries) {}

    /** In which zone days are counted at a moment, by the rules that were known then. */
    public ZoneId zone(Instant moment) {
        return rules.inForce(moment, moment).rules().zone();
    }

    /** The day of something that was recorded at a moment. */
    public LocalDate day(Instant recorded) {
        return recorded.atZone(zone(recorded)).toLocalDate();
    }

    /** What a point was worth at a moment, by the rules that were known then; null if they state no value. */
    public @Nullable Money value(String purse, Instant moment) {
        return rules.inForce(moment, moment)
                .rules()
                .purse(purse)
                .map(PurseRules::value)
                .orElse(null);
    }

    /** What points are worth at a moment, exactly; null if the rules state no value. */
    public @Nullable Money worth(String purse, long points, Instant moment) {
        return BookDay.worth(points, value(purse, moment));
    }

    /** A day as it stands in the books. */
    public BookDay day(String purse, LocalDate date, Totals opening, Posted posted) {
        ZoneId zone = posted.zone();
        // The last moment of a day, for at its end the rules of the next one hold.
        Money before = value(purse, lastOf(date.minusDays(1), zone));
        Money value = value(purse, lastOf(date, zone));
        return new BookDay(purse, date, zone, opening, posted.totals(), posted.entries(), before, value);
    }

    /**
     * All days of a span, also those without postings, beginning with the first one after which anything was there.
     *
     * @param opening all totals before the first day
     * @param posted by day; those without postings are not in it
     * @param until the last day
     */
    public List<BookDay> days(
            String purse, Totals opening, Map<LocalDate, Posted> posted, LocalDate from, LocalDate until) {
        var days = new ArrayList<BookDay>();
        Totals so = opening;
        boolean begun = !opening.isNothing();
        for (LocalDate date = from; !date.isAfter(until); date = date.plusDays(1)) {
            Posted today = posted.get(date);
            begun |= today != null;
            if (begun) {
                BookDay day = day(purse, date, so, today == null ? nothingOn(date) : today);
                days.add(day);
                so = day.closing();
            }
        }
        return days;
    }

    private Posted nothingOn(LocalDate date) {
        return new Posted(zone(date.atStartOfDay(ZoneOffset.UTC).toInstant()), Totals.NONE, 0);
    }

    private static Instant lastOf(LocalDate date, ZoneId zone) {
        return BookDay.endOf(date, zone).minusNanos(1);
    }
}
