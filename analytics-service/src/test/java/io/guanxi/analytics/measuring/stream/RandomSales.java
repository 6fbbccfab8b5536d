package io.guanxi.analytics.measuring.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A shop's events of a few months, made from a seed: with all that shops do, and some of what they should not. */
final class RandomSales {

    static final int CUSTOMERS = 6;

    private static final Instant BEGINNING = Instant.parse("2025-09-15T00:00:00Z");
    private static final int DAYS = 110;
    private static final int ORDERS = 45;
    private static final Duration GRACE = Duration.ofDays(30);
    private static final List<String> CURRENCIES = List.of("USD", "USD", "EUR", "CNY");

    private final Shop shop;
    private final Random random;

    /** No two events are of the same moment, since nothing says which of them would hold. */
    private int moments;

    RandomSales(Shop shop, long seed) {
        this.shop = shop;
        this.random = new Random(seed);
    }

    List<Shop.Event> events() {
        List<Shop.Event> events = new ArrayList<>();
        for (int order = 0; order < ORDERS; order++) {
            events.addAll(order("o" + order));
        }
        return events;
    }

    private List<Shop.Event> order(String id) {
        Instant placed = BEGINNING.plus(Duration.ofHours(random.nextInt(DAYS * 24)));
        Shop.Event order = shop.paid("" + random.nextInt(CUSTOMERS), id, "2025-01-01", amount(), 1 + random.nextInt(4))
                .with("currency", CURRENCIES.get(random.nextInt(CURRENCIES.size())));
        List<Shop.Event> events = new ArrayList<>();
        for (String step : List.of("placed", "paid", "shipped", "delivered", "cancelled", "returned", "returned")) {
            boolean happens = step.equals("cancelled") ? random.nextInt(6) == 0 : random.nextInt(2) == 0;
            if (happens || step.equals("delivered") && events.isEmpty()) {
                events.add(event(order, step, placed));
            }
        }
        return events;
    }

    private Shop.Event event(Shop.Event order, String step, Instant placed) {
        Instant happened = placed.plus(step.equals("placed") ? Duration.ZERO : Duration.ofHours(random.nextInt(140)));
        Shop.Event event = order.of("shop.order." + step + ".v1")
                .at(happened.plusSeconds(moments++).toString());
        if (step.equals("returned")) {
            event = shop.returned(event, "r" + random.nextInt(2), 1 + random.nextInt(3), amount());
        }
        if (random.nextInt(8) == 0) {
            event = event.with("totals", Map.of("grand", amount()));
        }
        return random.nextInt(3) == 0
                ? event.with(
                        "placedAt",
                        placed.minusSeconds(random.nextInt(5) * 3_000L).toString())
                : event;
    }

    private String amount() {
        return random.nextInt(9) == 0 ? "0" : random.nextInt(120) + "." + random.nextInt(10_000);
    }

    /** The same events in another order, some of them more than once: within the grace, or in any order. */
    List<Shop.Event> arrival(List<Shop.Event> events, boolean withinGrace) {
        List<Shop.Event> arriving = new ArrayList<>(events);
        events.stream().filter(event -> random.nextInt(5) == 0).forEach(arriving::add);
        Collections.shuffle(arriving, random);
        if (withinGrace) {
            Map<Shop.Event, Instant> arrived = new HashMap<>();
            arriving.forEach(event -> arrived.put(
                    event,
                    event.happened().plus(Duration.ofMinutes(random.nextInt(Math.toIntExact(GRACE.toMinutes()))))));
            arriving.sort(Comparator.comparing(arrived::get));
        }
        return arriving;
    }
}
