package io.guanxi.analytics.value.domain;

import io.guanxi.analytics.value.domain.RandomOrders.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A customer's facts computed from all events at once, written as differently from the folding as can be. */
final class PlainRecomputation {

    private long orders;
    private long units;
    private long returnedUnits;
    private final TreeMap<String, Sums> sums = new TreeMap<>();
    private Instant first;
    private Instant last;

    private PlainRecomputation() {}

    static CustomerFacts of(List<Event> events) {
        PlainRecomputation all = new PlainRecomputation();
        Map<String, List<OrderNews>> byOrder = events.stream()
                .distinct()
                .collect(Collectors.groupingBy(Event::order, Collectors.mapping(Event::news, Collectors.toList())));
        byOrder.values().forEach(all::add);
        Instant updated = events.stream()
                .map(event -> event.news().happened())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new CustomerFacts(
                all.orders, all.units, all.returnedUnits, new SumsByCurrency(all.sums), all.first, all.last, updated);
    }

    private void add(List<OrderNews> order) {
        if (order.stream().anyMatch(news -> news.step() == OrderStep.CANCELLED)) {
            return;
        }
        orders++;
        Instant at = orderedAt(order);
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
        List.of(OrderStep.PAID, OrderStep.DELIVERED, OrderStep.SHIPPED, OrderStep.RETURNED).stream()
                .filter(step -> order.stream().anyMatch(news -> news.step() == step))
                .findFirst()
                .ifPresent(step -> sell(contentSaidLast(order, step), order));
    }

    private static Instant orderedAt(List<OrderNews> order) {
        List<Instant> said = order.stream()
                .filter(news -> news.placedAt() != null || news.step() == OrderStep.PLACED)
                .map(news -> news.placedAt() != null ? news.placedAt() : news.happened())
                .sorted()
                .toList();
        return said.isEmpty()
                ? order.stream().map(OrderNews::happened).sorted().toList().getFirst()
                : said.getFirst();
    }

    private static OrderContent contentSaidLast(List<OrderNews> order, OrderStep step) {
        return order.stream()
                .filter(news -> news.step() == step)
                .sorted(Comparator.comparing(OrderNews::happened).thenComparing(OrderNews::content))
                .toList()
                .getLast()
                .content();
    }

    private void sell(OrderContent sold, List<OrderNews> order) {
        BigDecimal refunds = Amounts.ZERO;
        long back = 0;
        for (String id : List.of("return-0", "return-1")) {
            List<OrderNews> versions = order.stream()
                    .filter(news -> news.returned() != null
                            && news.returned().returnId().equals(id))
                    .sorted(Comparator.comparing(OrderNews::happened)
                            .thenComparing((OrderNews news) -> news.returned().refund())
                            .thenComparing((OrderNews news) -> news.returned().units()))
                    .toList();
            if (!versions.isEmpty()) {
                refunds = refunds.add(versions.getLast().returned().refund());
                back += versions.getLast().returned().units();
            }
        }
        BigDecimal refunded = refunds.compareTo(sold.amount()) > 0 ? sold.amount() : refunds;
        long returned = Math.min(back, sold.units());
        units += sold.units() - returned;
        returnedUnits += returned;
        Sums old = sums.getOrDefault(sold.currency(), new Sums(0, Amounts.ZERO, Amounts.ZERO));
        sums.put(
                sold.currency(),
                new Sums(
                        old.orders() + 1,
                        old.revenue().add(sold.amount()),
                        old.refunded().add(refunded)));
    }
}
