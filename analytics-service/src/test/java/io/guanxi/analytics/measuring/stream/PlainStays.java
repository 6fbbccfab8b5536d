package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.history.domain.Purchases;
import io.guanxi.analytics.picture.domain.Membership;
import io.guanxi.analytics.picture.domain.Rfm;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * By which rule and segments customers are judged in a test, and what was found of one at each review: on Mondays, on days
 * after which something else is known of what was bought, and on days on which a version took force. Everything that is needed
 * of a day is computed anew from the events up to it.
 */
final class PlainStays {

    /** What one unit of a currency is worth in the one of comparison. */
    static final Map<String, BigDecimal> RATES = Map.of("USD", BigDecimal.ONE, "EUR", new BigDecimal("1.1"));

    static final Map<String, Object> RULE = Map.ofEntries(
            Map.entry("version", 1),
            Map.entry("effectiveFrom", "2025-01-01"),
            Map.entry("currency", "USD"),
            Map.entry("rates", Map.of("EUR", "1.1")),
            Map.entry("valueAtLeast", "150"),
            Map.entry("potentialAtLeast", "120"),
            Map.entry("hysteresis", 0.1),
            Map.entry("windowDays", 365),
            Map.entry("horizonDays", 365),
            Map.entry("referralWorth", "15"),
            Map.entry("lapseBelow", 0.2),
            Map.entry("basis", "fixed"));

    static final List<Map<String, Object>> SEGMENTS = List.of(
            segment("quiet", 1, "2025-01-01", List.of(compare("recency", "more-than", "20"))),
            segment("regulars", 1, "2025-01-01", List.of(compare("frequency", "at-least", "3"))),
            segment("regulars", 2, "2025-11-12", List.of(compare("frequency", "at-least", "5"))),
            segment(
                    "spenders",
                    1,
                    "2025-01-01",
                    List.of(
                            Map.of("kind", "all"),
                            in(compare("net-revenue", "at-least", "150")),
                            in(compare("returned-share", "less-than", "0.4")))));

    private static final LocalDate SECOND_REGULARS = LocalDate.parse("2025-11-12");
    private static final BigDecimal ENTERED_AT = new BigDecimal("150");
    private static final BigDecimal LEFT_BELOW = new BigDecimal("135");

    private final List<Membership> stays = new ArrayList<>();
    private final SortedMap<LocalDate, String> grades = new TreeMap<>();
    private boolean high;

    /** By all events, at the end of the day. */
    static PlainStays of(PlainBatch batch, String customer, LocalDate until) {
        PlainStays found = new PlainStays();
        PlainBatch all = batch.only(customer);
        Purchases yesterday = Purchases.NONE;
        for (LocalDate day = all.firstDay(); !day.isAfter(until); day = day.plusDays(1)) {
            PlainBatch today = all.asOf(day);
            Purchases purchases = today.purchases(customer);
            boolean news = !purchases.equals(yesterday);
            if (news || day.getDayOfWeek() == DayOfWeek.MONDAY || day.equals(SECOND_REGULARS)) {
                found.review(day, today.rfm(customer, day, RATES));
            }
            yesterday = purchases;
        }
        return found;
    }

    private void review(LocalDate day, Rfm rfm) {
        stay("quiet", 1, day, rfm != null && rfm.recency() > 20);
        int version = day.isBefore(SECOND_REGULARS) ? 1 : 2;
        stay("regulars", version, day, rfm != null && rfm.frequency() >= (version == 1 ? 3 : 5));
        boolean spends = rfm != null && rfm.netRevenue().compareTo(ENTERED_AT) >= 0;
        stay("spenders", 1, day, spends && rfm.returnedShare() < 0.4);
        if (rfm != null || !grades.isEmpty()) {
            BigDecimal net = rfm == null ? BigDecimal.ZERO : rfm.netRevenue();
            high = net.compareTo(high ? LEFT_BELOW : ENTERED_AT) >= 0;
            String grade = high ? "gold" : "lead";
            if (!grade.equals(grade())) {
                grades.put(day, grade);
            }
        }
    }

    private void stay(String segment, int version, LocalDate day, boolean belongs) {
        Membership lasting = stays.stream()
                .filter(stay -> stay.segment().equals(segment) && stay.lasts())
                .findAny()
                .orElse(null);
        if (belongs && lasting == null) {
            stays.add(new Membership(segment, version, day, null, 0));
        } else if (!belongs && lasting != null) {
            stays.set(
                    stays.indexOf(lasting),
                    new Membership(segment, lasting.version(), lasting.entered(), day, version));
        }
    }

    List<Membership> stays() {
        return stays;
    }

    /** By the day on which each was given. */
    SortedMap<LocalDate, String> grades() {
        return grades;
    }

    String grade() {
        return grades.isEmpty() ? null : grades.get(grades.lastKey());
    }

    private static Map<String, Object> segment(
            String name, int version, String effectiveFrom, List<Map<String, Object>> condition) {
        return Map.of("name", name, "version", version, "effectiveFrom", effectiveFrom, "condition", condition);
    }

    private static Map<String, Object> compare(String measure, String comparison, String value) {
        return Map.of("kind", "compare", "measure", measure, "comparison", comparison, "value", value);
    }

    private static Map<String, Object> in(Map<String, Object> condition) {
        Map<String, Object> child = new TreeMap<>(condition);
        child.put("in", 0);
        return child;
    }
}
