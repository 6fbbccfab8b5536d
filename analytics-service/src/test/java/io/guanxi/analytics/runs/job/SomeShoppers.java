package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.history.domain.Flow;
import io.guanxi.analytics.history.domain.PurchaseHistory;
import io.guanxi.analytics.picture.domain.Standing;
import io.guanxi.analytics.population.Member;
import io.guanxi.analytics.population.Population;
import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.analytics.value.domain.Measures;
import io.guanxi.analytics.value.domain.OrderContent;
import io.guanxi.analytics.value.domain.OrderNews;
import io.guanxi.analytics.value.domain.OrderRecord;
import io.guanxi.analytics.value.domain.OrderStep;
import io.guanxi.analytics.value.domain.Sums;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Customers of a music shop who come, buy more or less often, and leave one day. The same seed gives the same ones. */
final class SomeShoppers implements Population {

    static final LocalDate FIRST_DAY = LocalDate.parse("1997-01-01");
    static final LocalDate LAST_DAY = LocalDate.parse("1998-06-30");

    private static final int DAYS = 546;

    private final Map<String, List<OrderRecord>> orders = new LinkedHashMap<>();
    private int scans;
    private RuntimeException trouble;

    SomeShoppers(long seed, int customers) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int customer = 0; customer < customers; customer++) {
            orders.put("customer-%05d".formatted(customer), life(random.split()));
        }
    }

    private static List<OrderRecord> life(SplittableRandom random) {
        double rate = gamma(random) / 60;
        double leaving = 0.05 + 0.4 * random.nextDouble();
        double money = 15 + 40 * random.nextDouble();
        List<OrderRecord> orders = new ArrayList<>();
        double day = random.nextInt(84);
        while (day < DAYS) {
            orders.add(order(FIRST_DAY.plusDays((long) day), money * (0.6 + 0.8 * random.nextDouble()), random));
            if (random.nextDouble() < leaving) {
                break;
            }
            day += -Math.log(1 - random.nextDouble()) / rate;
        }
        return orders;
    }

    /** Of shape two: rates differ, as they do among people. */
    private static double gamma(SplittableRandom random) {
        return -Math.log((1 - random.nextDouble()) * (1 - random.nextDouble()));
    }

    private static OrderRecord order(LocalDate day, double money, SplittableRandom random) {
        Instant at = day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(random.nextInt(86_400));
        List<String> articles = new ArrayList<>(List.of("cd-" + random.nextInt(20)));
        if (random.nextDouble() < 0.3) {
            articles.addAll(List.of("player", "batteries"));
        }
        BigDecimal amount = BigDecimal.valueOf(money).setScale(2, RoundingMode.HALF_EVEN);
        return OrderRecord.UNKNOWN.with(new OrderNews(
                OrderStep.PAID, at, at, new OrderContent("USD", amount, articles.size(), articles), null));
    }

    /** Of an order that was placed and paid in the same moment. */
    private static Flow flow(OrderRecord order) {
        OrderNews paid = order.news().first();
        LocalDate day = Measures.day(paid.happened());
        Sums sums = new Sums(1, paid.content().amount(), Amounts.ZERO);
        return new Flow(
                day,
                day,
                1,
                paid.content().units(),
                0,
                new SumsByCurrency(new TreeMap<>(Map.of(paid.content().currency(), sums))));
    }

    /** The next time somebody goes through, it comes out after half of the customers. */
    void fail(RuntimeException failure) {
        trouble = failure;
    }

    /** How often somebody has gone through to the end. */
    int scans() {
        return scans;
    }

    @Override
    public void scan(String tenant, Consumer<Member> each) {
        int met = 0;
        for (Map.Entry<String, List<OrderRecord>> customer : orders.entrySet()) {
            failHalfWay(met++);
            List<Flow> flows =
                    customer.getValue().stream().map(SomeShoppers::flow).toList();
            each.accept(
                    new Member(customer.getKey(), CustomerHistory.NONE.with(PurchaseHistory.of(flows)), Standing.NONE));
        }
        scans++;
    }

    @Override
    public void orders(String tenant, BiConsumer<String, OrderRecord> each) {
        orders.forEach((customer, all) -> all.forEach(order -> each.accept(customer, order)));
        scans++;
    }

    private void failHalfWay(int met) {
        if (trouble != null && met == orders.size() / 2) {
            RuntimeException failure = trouble;
            trouble = null;
            throw failure;
        }
    }
}
