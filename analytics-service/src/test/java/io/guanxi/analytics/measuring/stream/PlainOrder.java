package io.guanxi.analytics.measuring.stream;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one order comes to by some of its events, as the rules say it and without looking at how it is done.
 *
 * @param currency null as long as it is not sold
 */
record PlainOrder(Instant placed, String currency, BigDecimal amount, BigDecimal refunded, long units, long back) {

    /** The first of them that was told of says what was sold. */
    private static final List<String> SALES = List.of("paid", "delivered", "shipped", "returned");

    private static final Comparator<Shop.Event> BY_TIME = Comparator.comparing(Shop.Event::happened);

    /** Null if it does not count. */
    static PlainOrder of(List<Shop.Event> events) {
        if (events.isEmpty() || events.stream().anyMatch(event -> step(event).equals("cancelled"))) {
            return null;
        }
        for (String sale : SALES) {
            List<Shop.Event> said =
                    events.stream().filter(event -> step(event).equals(sale)).toList();
            if (!said.isEmpty()) {
                return sold(events, said.stream().max(BY_TIME).orElseThrow());
            }
        }
        return new PlainOrder(placed(events), null, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);
    }

    private static PlainOrder sold(List<Shop.Event> events, Shop.Event sale) {
        Map<Object, Shop.Event> returns = new HashMap<>();
        events.stream()
                .filter(event -> step(event).equals("returned"))
                .sorted(BY_TIME)
                .forEach(event -> returns.put(returned(event).get("returnId"), event));
        BigDecimal refunds = BigDecimal.ZERO;
        long back = 0;
        for (Shop.Event event : returns.values()) {
            refunds = refunds.add(new BigDecimal(returned(event).get("refund").toString()));
            back += quantities(returned(event));
        }
        BigDecimal amount = new BigDecimal(
                ((Map<?, ?>) sale.body().get("totals")).get("grand").toString());
        long units = quantities(sale.body());
        String currency = sale.body().get("currency").toString();
        return new PlainOrder(placed(events), currency, amount, refunds.min(amount), units, Math.min(units, back));
    }

    private static Instant placed(List<Shop.Event> events) {
        Instant said = null;
        Instant heard = null;
        for (Shop.Event event : events) {
            Object written = event.body().get("placedAt");
            Instant placed = written != null
                    ? Instant.parse(written.toString())
                    : step(event).equals("placed") ? event.happened() : null;
            said = earlier(said, placed);
            heard = earlier(heard, event.happened());
        }
        return said == null ? heard : said;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    LocalDate day() {
        return placed.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Map<?, ?> returned(Shop.Event event) {
        return (Map<?, ?>) event.body().get("return");
    }

    private static long quantities(Map<?, ?> body) {
        long sum = 0;
        for (Object line : (List<?>) body.get("lines")) {
            sum += ((Number) ((Map<?, ?>) line).get("quantity")).longValue();
        }
        return sum;
    }

    private static String step(Shop.Event event) {
        return event.type().split("\\.")[2];
    }
}
