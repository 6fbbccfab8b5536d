package io.guanxi.analytics.value.domain;

import io.guanxi.analytics.value.domain.OrderNews.Returned;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Events of many orders of one customer, made from a seed: also contradictory ones, for the folding must bear them. */
final class RandomOrders {

    private static final Instant BEGINNING = Instant.parse("1997-01-01T00:00:00Z");
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "CNY");

    private final RandomGenerator random;

    RandomOrders(RandomGenerator random) {
        this.random = random;
    }

    /** An event and the order that it is about. */
    record Event(String order, OrderNews news) {}

    List<Event> events() {
        List<Event> events = new ArrayList<>();
        int orders = 1 + random.nextInt(6);
        for (int order = 0; order < orders; order++) {
            String id = "order-" + order;
            Instant placed = BEGINNING.plus(Duration.ofHours(random.nextInt(2000)));
            int count = 1 + random.nextInt(6);
            OrderContent content = content();
            for (int event = 0; event < count; event++) {
                events.add(new Event(id, news(placed, random.nextInt(4) == 0 ? content() : content)));
            }
        }
        return events;
    }

    /** The same events in another order, some of them more than once. */
    List<Event> arrival(List<Event> events) {
        List<Event> arriving = new ArrayList<>(events);
        for (Event event : events) {
            if (random.nextInt(3) == 0) {
                arriving.add(event);
            }
        }
        Collections.shuffle(arriving, new Random(random.nextLong()));
        return arriving;
    }

    private OrderNews news(Instant placed, OrderContent content) {
        OrderStep step = random.nextInt(12) == 0
                ? OrderStep.CANCELLED
                : List.of(OrderStep.PLACED, OrderStep.PAID, OrderStep.SHIPPED, OrderStep.DELIVERED, OrderStep.RETURNED)
                        .get(random.nextInt(5));
        Instant happened = placed.plus(Duration.ofHours(random.nextInt(5)));
        return new OrderNews(
                step,
                happened,
                random.nextInt(3) == 0 ? placed.minus(Duration.ofHours(random.nextInt(2))) : null,
                content,
                step == OrderStep.RETURNED ? returned() : null);
    }

    private OrderContent content() {
        return OrderContent.of(CURRENCIES.get(random.nextInt(CURRENCIES.size())), amount(), random.nextInt(4));
    }

    private Returned returned() {
        return new Returned("return-" + random.nextInt(2), 1 + random.nextInt(3), amount());
    }

    private BigDecimal amount() {
        return random.nextInt(6) == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(10_000), random.nextInt(5));
    }
}
