package io.guanxi.analytics;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.Topics;
import io.guanxi.test.TestTopics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * A shop that sells all the time, says some things twice, cancels an order now and then, and adds up for itself what is
 * to be answered. One thread publishes; others may ask meanwhile.
 */
final class BusyShop {

    private static final String SHOP = "cd-shop";
    private static final LocalDate FIRST_DAY = LocalDate.parse("2025-01-01");
    private static final int DAYS = 200;

    private final String tenant;
    private final int customers;
    private final SplittableRandom random;
    private final Map<Integer, List<Sold>> sold = new ConcurrentHashMap<>();
    private final Map<Integer, Sale> cancellable = new ConcurrentHashMap<>();
    private final AtomicInteger events = new AtomicInteger();
    private final AtomicInteger everSold = new AtomicInteger();

    BusyShop(String tenant, int customers, long seed) {
        this.tenant = tenant;
        this.customers = customers;
        this.random = new SplittableRandom(seed);
        for (int customer = 0; customer < customers; customer++) {
            sold.put(customer, new CopyOnWriteArrayList<>(List.of(Sold.NOTHING)));
        }
    }

    /** What was sold to somebody and not cancelled. */
    record Sold(long orders, long units, BigDecimal revenue) {

        static final Sold NOTHING = new Sold(0, 0, BigDecimal.ZERO.setScale(2));

        /** From an answer, or from a published state. */
        static Sold of(JsonNode told) {
            return new Sold(
                    told.at("/orders").asLong(-1),
                    told.at("/units").asLong(-1),
                    new BigDecimal(told.at("/revenue/USD").asString("-1")).setScale(2));
        }

        Sold plus(Sold other) {
            return new Sold(orders + other.orders, units + other.units, revenue.add(other.revenue));
        }

        Sold minus(Sold other) {
            return new Sold(orders - other.orders, units - other.units, revenue.subtract(other.revenue));
        }
    }

    private record Sale(String orderId, LocalDate day, int units, BigDecimal amount) {

        Sold counted() {
            return new Sold(1, units, amount);
        }
    }

    /** To each customer once, on the first day. */
    void sellToEverybody() {
        for (int customer = 0; customer < customers; customer++) {
            sell(customer, FIRST_DAY);
        }
    }

    /** Some next thing that happens in a shop. */
    void goOn() {
        int customer = random.nextInt(customers);
        Sale cancelled = random.nextInt(8) == 0 ? cancellable.remove(customer) : null;
        if (cancelled == null) {
            sell(customer, FIRST_DAY.plusDays(1 + random.nextInt(DAYS)));
        } else {
            add(customer, soldTo(customer).minus(cancelled.counted()));
            publish(EventTypes.SHOP_ORDER_CANCELLED, customer, cancelled);
        }
    }

    private void sell(int customer, LocalDate day) {
        BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(99_999), 2);
        Sale sale = new Sale("o-" + events.get(), day, 1 + random.nextInt(4), amount);
        everSold.incrementAndGet();
        // Noted before it is published: it may be answered for before the broker has said that it has it.
        add(customer, soldTo(customer).plus(sale.counted()));
        publish(EventTypes.SHOP_ORDER_PAID, customer, sale);
        if (random.nextInt(5) == 0) {
            publish(EventTypes.SHOP_ORDER_PAID, customer, sale);
        }
        if (day.isAfter(FIRST_DAY)) {
            cancellable.put(customer, sale);
        }
    }

    private void add(int customer, Sold now) {
        sold.get(customer).add(now);
    }

    private void publish(String type, int customer, Sale sale) {
        events.incrementAndGet();
        Instant at = sale.day().atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(60);
        String amount = sale.amount().toPlainString();
        Map<String, Object> line = Map.of("lineId", "1", "sku", "cd", "quantity", sale.units(), "amount", amount);
        TestTopics.publish(
                Topics.SHOP_ORDERS,
                key(customer),
                TestTopics.cloudEvent(type, key(customer), at),
                Map.of(
                        "orderId",
                        sale.orderId(),
                        "shop",
                        SHOP,
                        "buyer",
                        Map.of("externalId", "c" + customer),
                        "channel",
                        "web",
                        "currency",
                        "USD",
                        "lines",
                        List.of(line),
                        "totals",
                        Map.of("grand", amount)));
    }

    /** How often it has published something. */
    int events() {
        return events.get();
    }

    /** Orders, also those that were cancelled. */
    long everSold() {
        return everSold.get();
    }

    String key(int customer) {
        return CustomerKey.of(tenant, SHOP, "c" + customer).toString();
    }

    String customerId(int customer) {
        return CustomerKey.of(tenant, SHOP, "c" + customer).customerId();
    }

    Sold soldTo(int customer) {
        return sold.get(customer).getLast();
    }

    Sold soldToAll() {
        return sold.keySet().stream().map(this::soldTo).reduce(Sold.NOTHING, Sold::plus);
    }

    /** How many changes were told of each customer; what is answered after the next one contains all of these. */
    Map<Integer, Integer> told() {
        Map<Integer, Integer> told = new ConcurrentHashMap<>();
        sold.forEach((customer, changes) -> told.put(customer, changes.size()));
        return told;
    }

    /** Whether this was true of a customer at some moment, from the one on when so many changes were told. */
    boolean wasTrue(int customer, Sold answered, int told) {
        List<Sold> changes = new ArrayList<>(sold.get(customer));
        return changes.subList(told - 1, changes.size()).contains(answered);
    }
}
