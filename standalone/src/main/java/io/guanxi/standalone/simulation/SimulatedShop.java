package io.guanxi.standalone.simulation;

import io.guanxi.contracts.EventTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes up what happens in a shop over half a year. Nothing but the seed, the size and the last moment decides what; the
 * shares of cancelled and returned orders, of deliveries that nobody reports and of questions are those of an ordinary shop.
 */
final class SimulatedShop {

    static final String NAME = "simulated";

    private static final Duration PERIOD = Duration.ofDays(180);
    private static final double CANCELLED = 0.04;
    private static final double RETURNED = 0.08;
    private static final double WHOLLY_RETURNED = 0.3;
    private static final double NEVER_REPORTED = 0.03;
    private static final double ASKED_ABOUT = 0.05;

    private final RandomGenerator random;
    private final Basket basket;
    private final Instant until;
    private final List<Happening> happenings = new ArrayList<>();

    private SimulatedShop(long seed, Instant until) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.basket = new Basket(random);
        this.until = until;
    }

    /** Everything that happens, in the order in which it happens. */
    static List<Happening> happenings(long seed, int orders, Instant until) {
        SimulatedShop shop = new SimulatedShop(seed, until);
        shop.open(orders);
        shop.happenings.removeIf(happening -> happening.happened().isAfter(until));
        shop.happenings.sort(Comparator.comparing(Happening::happened));
        return List.copyOf(shop.happenings);
    }

    private void open(int orders) {
        List<Shopper> shoppers = new ArrayList<>();
        for (int number = 1; number <= Math.max(1, orders / 3); number++) {
            Shopper shopper = Shopper.make(number, shoppers, random);
            shoppers.add(shopper);
            register(shopper);
        }
        for (int number = 1; number <= orders; number++) {
            order("S-" + (100_000 + number), pick(shoppers));
        }
    }

    private Shopper pick(List<Shopper> shoppers) {
        while (true) {
            Shopper candidate = shoppers.get(random.nextInt(shoppers.size()));
            if (random.nextDouble() < candidate.eagerness()) {
                return candidate;
            }
        }
    }

    private void register(Shopper shopper) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("shop", NAME).put("externalId", shopper.externalId());
        body.putObject("profile")
                .put("name", shopper.name())
                .put("email", shopper.email())
                .put("phone", shopper.phone())
                .put("language", random.nextBoolean() ? "zh-CN" : "en");
        happenings.add(new Happening.Published(
                EventTypes.SHOP_CUSTOMER_REGISTERED,
                shopper.externalId(),
                shopper.externalId(),
                until.minus(PERIOD),
                body));
    }

    private void order(String orderId, Shopper shopper) {
        Instant placed = until.minus(PERIOD).plusSeconds(random.nextLong(PERIOD.toSeconds()));
        ObjectNode order = basket.order(orderId, shopper, placed);
        publish(EventTypes.SHOP_ORDER_PLACED, orderId, shopper, placed, order);
        if (random.nextDouble() < CANCELLED) {
            ObjectNode cancelled = order.deepCopy();
            cancelled.put("reason", "changed-mind");
            publish(EventTypes.SHOP_ORDER_CANCELLED, orderId, shopper, later(placed, 12), cancelled);
            return;
        }
        Instant paid = placed.plusSeconds(random.nextInt(600));
        publish(EventTypes.SHOP_ORDER_PAID, orderId, shopper, paid, order);
        Instant delivered = order.path("channel").asString().equals(Basket.STORE)
                ? handOver(orderId, shopper, order, paid)
                : send(orderId, shopper, order, paid);
        if (random.nextDouble() < RETURNED) {
            giveBack(orderId, shopper, order, later(delivered, 240));
        }
    }

    /** The parcel's way to the buyer, and when it is there. */
    private Instant send(String orderId, Shopper shopper, ObjectNode order, Instant paid) {
        Instant shipped = later(paid, 48);
        publish(EventTypes.SHOP_ORDER_SHIPPED, orderId, shopper, shipped, order);
        if (random.nextDouble() < ASKED_ABOUT) {
            ask(orderId, shopper, later(shipped, 120));
        }
        Instant delivered = later(shipped, 96);
        if (random.nextDouble() >= NEVER_REPORTED) {
            publish(EventTypes.SHOP_ORDER_DELIVERED, orderId, shopper, delivered, order);
        }
        return delivered;
    }

    private Instant handOver(String orderId, Shopper shopper, ObjectNode order, Instant paid) {
        publish(EventTypes.SHOP_ORDER_DELIVERED, orderId, shopper, paid, order);
        return paid;
    }

    /** One unit of the first line comes back, or the whole order. */
    private void giveBack(String orderId, Shopper shopper, ObjectNode order, Instant when) {
        boolean everything = random.nextDouble() < WHOLLY_RETURNED;
        ObjectNode returned = order.deepCopy();
        ObjectNode details = returned.putObject("return");
        details.put("returnId", orderId + "-R1");
        ArrayNode lines = details.putArray("lines");
        if (everything) {
            order.path("lines")
                    .forEach(line -> lines.addObject()
                            .put("lineId", line.path("lineId").asString())
                            .put("quantity", line.path("quantity").asInt()));
        } else {
            lines.addObject().put("lineId", "1").put("quantity", 1);
        }
        details.put(
                "refund",
                order.at(everything ? "/totals/grand" : "/lines/0/unitPrice").asString());
        publish(EventTypes.SHOP_ORDER_RETURNED, orderId + "-R1", shopper, when, returned);
    }

    private void ask(String orderId, Shopper shopper, Instant when) {
        boolean complaint = random.nextInt(3) == 0;
        happenings.add(new Happening.Question(
                shopper.externalId(),
                when,
                complaint ? "complaint" : "question",
                complaint ? "high" : "normal",
                complaint ? "Damaged on arrival: " + orderId : "Where is my order " + orderId + "?",
                complaint
                        ? "The parcel was open and one piece is broken."
                        : "I have not heard of it since it was sent."));
    }

    private void publish(String type, String occurrence, Shopper shopper, Instant when, ObjectNode body) {
        happenings.add(new Happening.Published(type, occurrence, shopper.externalId(), when, body));
    }

    private Instant later(Instant from, int hours) {
        return from.plus(Duration.ofMinutes(30 + random.nextLong(hours * 60L)));
    }
}
