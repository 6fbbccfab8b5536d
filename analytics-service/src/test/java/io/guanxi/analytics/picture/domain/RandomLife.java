package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.history.domain.OrderFlows;
import io.guanxi.analytics.history.domain.PurchaseHistory;
import io.guanxi.analytics.value.domain.OrderContent;
import io.guanxi.analytics.value.domain.OrderNews;
import io.guanxi.analytics.value.domain.OrderNews.Returned;
import io.guanxi.analytics.value.domain.OrderRecord;
import io.guanxi.analytics.value.domain.OrderStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** News of one customer over some years, made from a seed: bursts of orders, long silences, returns, cancellations. */
final class RandomLife {

    static final LocalDate BEGINNING = LocalDate.parse("2019-03-14");

    private static final List<String> TIERS = List.of("basic", "silver", "gold");
    private static final List<String> STAGES = List.of("prospect", "active", "loyal");

    private final RandomGenerator random;

    RandomLife(long seed) {
        random = RandomGeneratorFactory.getDefault().create(seed);
    }

    /**
     * Something that was heard.
     *
     * @param day on which it happened
     */
    record News(LocalDate day, UnaryOperator<Orders> change) {}

    /** All orders of the customer and what else is known. */
    record Orders(Map<String, OrderRecord> orders, CustomerHistory history) {

        static final Orders NONE = new Orders(Map.of(), CustomerHistory.NONE);

        Orders with(String id, OrderNews news) {
            OrderRecord before = orders.getOrDefault(id, OrderRecord.UNKNOWN);
            OrderRecord after = before.with(news);
            Map<String, OrderRecord> more = new TreeMap<>(orders);
            more.put(id, after);
            PurchaseHistory purchases = history.purchases().replacing(OrderFlows.of(before), OrderFlows.of(after));
            return new Orders(more, history.with(purchases));
        }

        Orders withHistory(CustomerHistory changed) {
            return new Orders(orders, changed);
        }
    }

    List<News> news() {
        List<News> news = new ArrayList<>();
        LocalDate day = BEGINNING.plusDays(random.nextInt(40));
        int orders = 1 + random.nextInt(12);
        for (int order = 0; order < orders; order++) {
            order(news, "order-" + order, day);
            day = day.plusDays(random.nextInt(5) == 0 ? random.nextInt(500) : random.nextInt(40));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            told(news);
        }
        news.sort((one, other) -> one.day().compareTo(other.day()));
        return news;
    }

    private void order(List<News> news, String id, LocalDate day) {
        Instant placed = at(day);
        OrderContent content = OrderContent.of(random.nextInt(8) == 0 ? "EUR" : "CNY", amount(), 1 + random.nextInt(3));
        Instant dated = random.nextInt(12) == 0 ? at(day.plusDays(random.nextInt(3) - 1)) : placed;
        add(news, id, new OrderNews(OrderStep.PLACED, placed, dated, content, null));
        LocalDate paid = day.plusDays(random.nextInt(3));
        add(news, id, new OrderNews(OrderStep.PAID, at(paid), placed, content, null));
        switch (random.nextInt(8)) {
            case 0 ->
                add(
                        news,
                        id,
                        new OrderNews(OrderStep.CANCELLED, at(paid.plusDays(random.nextInt(90))), null, content, null));
            case 1, 2 ->
                add(
                        news,
                        id,
                        new OrderNews(
                                OrderStep.RETURNED,
                                at(paid.plusDays(random.nextInt(60))),
                                null,
                                content,
                                new Returned("return", 1, amount())));
            default -> {}
        }
    }

    private static void add(List<News> news, String id, OrderNews said) {
        LocalDate day = said.happened().atZone(ZoneOffset.UTC).toLocalDate();
        news.add(new News(day, orders -> orders.with(id, said)));
    }

    private void told(List<News> news) {
        LocalDate day = BEGINNING.plusDays(random.nextInt(900));
        Instant moment = at(day);
        String tier = TIERS.get(random.nextInt(TIERS.size()));
        String stage = STAGES.get(random.nextInt(STAGES.size()));
        String event = "event-" + random.nextInt(1000);
        news.add(
                switch (random.nextInt(3)) {
                    case 0 ->
                        new News(
                                day,
                                orders -> orders.withHistory(orders.history()
                                        .withTiers(orders.history().tiers().with(moment, tier))));
                    case 1 ->
                        new News(
                                day,
                                orders -> orders.withHistory(orders.history()
                                        .withStages(orders.history().stages().with(moment, stage))));
                    default ->
                        new News(
                                day,
                                orders -> orders.withHistory(orders.history().withReferral(event, day)));
                });
    }

    /** Mostly in order, some of it late. */
    List<News> arrival(List<News> news) {
        List<News> arriving = new ArrayList<>(news);
        for (int i = random.nextInt(4); i > 0 && arriving.size() > 1; i--) {
            Collections.swap(arriving, random.nextInt(arriving.size()), random.nextInt(arriving.size()));
        }
        if (random.nextInt(5) == 0) {
            Collections.shuffle(arriving, new Random(random.nextLong()));
        }
        return arriving;
    }

    LocalDate dayAfter(LocalDate day, int most) {
        return day.plusDays(1 + random.nextInt(most));
    }

    int next(int bound) {
        return random.nextInt(bound);
    }

    static CustomerHistory history(List<News> news) {
        Orders orders = Orders.NONE;
        for (News one : news) {
            orders = one.change().apply(orders);
        }
        return orders.history();
    }

    private Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(random.nextInt(24), random.nextInt(60))).toInstant(ZoneOffset.UTC);
    }

    private BigDecimal amount() {
        return random.nextInt(15) == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(100 + random.nextInt(60_000), 2);
    }
}
