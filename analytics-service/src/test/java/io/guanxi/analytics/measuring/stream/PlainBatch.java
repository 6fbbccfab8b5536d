package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.history.domain.Purchases;
import io.guanxi.analytics.picture.domain.Rfm;
import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.Scores;
import io.guanxi.analytics.value.domain.Sums;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is to be known of all customers by some events: computed from the list of them, anew for each question, and in the
 * simplest way. The types of the answers are those of the service, so that they can be compared; none of its work is used.
 */
final class PlainBatch {

    private final List<Shop.Event> events;

    private PlainBatch(List<Shop.Event> events) {
        this.events = events;
    }

    /** What is said twice is the same as what is said once. */
    static PlainBatch of(Collection<Shop.Event> events) {
        return new PlainBatch(events.stream().distinct().toList());
    }

    /** By what had happened at the end of a day. */
    PlainBatch asOf(LocalDate day) {
        return new PlainBatch(events.stream()
                .filter(event -> !day(event.happened()).isAfter(day))
                .toList());
    }

    List<String> customers() {
        return events.stream().map(Shop.Event::key).distinct().sorted().toList();
    }

    LocalDate firstDay() {
        return day(events.stream()
                .map(Shop.Event::happened)
                .min(Comparator.naturalOrder())
                .orElseThrow());
    }

    LocalDate lastDay() {
        return day(events.stream()
                .map(Shop.Event::happened)
                .max(Comparator.naturalOrder())
                .orElseThrow());
    }

    /** By what was said of one customer. */
    PlainBatch only(String customer) {
        return new PlainBatch(of(customer));
    }

    private List<Shop.Event> of(String customer) {
        return events.stream().filter(event -> event.key().equals(customer)).toList();
    }

    private List<PlainOrder> orders(String customer) {
        return of(customer).stream()
                .collect(Collectors.groupingBy(event -> event.body().get("orderId")))
                .values()
                .stream()
                .map(PlainOrder::of)
                .filter(Objects::nonNull)
                .toList();
    }

    CustomerFacts facts(String customer) {
        List<PlainOrder> orders = orders(customer);
        List<Instant> placed = orders.stream().map(PlainOrder::placed).sorted().toList();
        return new CustomerFacts(
                orders.size(),
                units(orders),
                back(orders),
                sumsOf(orders),
                placed.isEmpty() ? null : placed.getFirst(),
                placed.isEmpty() ? null : placed.getLast(),
                of(customer).stream()
                        .map(Shop.Event::happened)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    Purchases purchases(String customer) {
        List<PlainOrder> orders = orders(customer);
        return new Purchases(orders.stream()
                .map(PlainOrder::day)
                .distinct()
                .sorted()
                .map(day -> {
                    List<PlainOrder> its = orders.stream()
                            .filter(order -> order.day().equals(day))
                            .toList();
                    return new Purchases.Day(day, its.size(), units(its), back(its), sumsOf(its));
                })
                .toList());
    }

    /** The measures at the end of a day, of events up to it; null if nothing was bought. */
    Rfm rfm(String customer, LocalDate day, Map<String, BigDecimal> rates) {
        List<PlainOrder> orders = orders(customer);
        if (orders.isEmpty()) {
            return null;
        }
        List<LocalDate> days =
                orders.stream().map(PlainOrder::day).distinct().sorted().toList();
        long units = units(orders);
        long back = back(orders);
        BigDecimal net = net(customer, rates);
        return new Rfm(
                days.getFirst(),
                days.getLast(),
                ChronoUnit.DAYS.between(days.getLast(), day),
                ChronoUnit.DAYS.between(days.getFirst(), day),
                orders.size(),
                days.size(),
                units,
                net,
                net.divide(BigDecimal.valueOf(orders.size()), 4, RoundingMode.HALF_EVEN),
                days.size() == 1
                        ? null
                        : ChronoUnit.DAYS.between(days.getFirst(), days.getLast()) / (days.size() - 1.0),
                back == 0 ? 0 : back / (double) (units + back));
    }

    /** Scores count the cut points that a customer is strictly better than. Null if nothing was bought. */
    Scores scores(String customer, Boundaries cuts, int version, Map<String, BigDecimal> rates) {
        Rfm measures = rfm(customer, cuts.measuredAt(), rates);
        if (measures == null) {
            return null;
        }
        int recency = 1;
        int frequency = 1;
        int monetary = 1;
        for (int cut = 0; cut < 4; cut++) {
            recency += measures.recency() < cuts.recency().get(cut) ? 1 : 0;
            frequency += measures.frequency() > cuts.frequency().get(cut) ? 1 : 0;
            monetary += measures.netRevenue().compareTo(cuts.monetary().get(cut)) > 0 ? 1 : 0;
        }
        return new Scores(recency, frequency, monetary, version);
    }

    /** The four values between five groups, of all customers who bought, by a sort of them: the worst first. */
    <T> List<T> cuts(Function<Rfm, T> measure, Comparator<T> worstFirst, Map<String, BigDecimal> rates) {
        List<T> row = customers().stream()
                .map(customer -> rfm(customer, lastDay(), rates))
                .filter(Objects::nonNull)
                .map(measure)
                .sorted(worstFirst)
                .toList();
        List<T> cuts = new ArrayList<>();
        for (int cut = 1; cut <= 4; cut++) {
            cuts.add(row.get((int) Math.ceil(cut * row.size() / 5.0) - 1));
        }
        return cuts;
    }

    /** What there was in currencies without a rate counts as nothing. */
    BigDecimal net(String customer, Map<String, BigDecimal> rates) {
        BigDecimal net = BigDecimal.ZERO.setScale(4);
        for (var rate : rates.entrySet()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (PlainOrder order : orders(customer)) {
                if (rate.getKey().equals(order.currency())) {
                    sum = sum.add(order.amount()).subtract(order.refunded());
                }
            }
            net = net.add(sum.multiply(rate.getValue()).setScale(4, RoundingMode.HALF_EVEN));
        }
        return net;
    }

    private static long units(List<PlainOrder> orders) {
        return orders.stream().mapToLong(order -> order.units() - order.back()).sum();
    }

    private static long back(List<PlainOrder> orders) {
        return orders.stream().mapToLong(PlainOrder::back).sum();
    }

    private static SumsByCurrency sumsOf(List<PlainOrder> orders) {
        TreeMap<String, Sums> sums = new TreeMap<>();
        for (String currency : List.of("USD", "EUR", "CNY")) {
            long sold = 0;
            BigDecimal revenue = BigDecimal.ZERO.setScale(4);
            BigDecimal refunded = BigDecimal.ZERO.setScale(4);
            for (PlainOrder order : orders) {
                if (currency.equals(order.currency())) {
                    sold++;
                    revenue = revenue.add(order.amount());
                    refunded = refunded.add(order.refunded());
                }
            }
            if (sold > 0) {
                sums.put(currency, new Sums(sold, revenue, refunded));
            }
        }
        return new SumsByCurrency(sums);
    }

    /** Of several customers. */
    SumsByCurrency sums(List<String> customers) {
        return sumsOf(customers.stream()
                .flatMap(customer -> orders(customer).stream())
                .toList());
    }

    static LocalDate day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
