package io.guanxi.analytics.measuring.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.history.domain.Flow;
import io.guanxi.analytics.history.domain.PurchaseHistory;
import io.guanxi.analytics.history.domain.Timeline;
import io.guanxi.analytics.picture.domain.Grade;
import io.guanxi.analytics.picture.domain.GradeChange;
import io.guanxi.analytics.picture.domain.Lapse;
import io.guanxi.analytics.picture.domain.Membership;
import io.guanxi.analytics.picture.domain.Standing;
import io.guanxi.analytics.value.domain.AmountBuckets;
import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.FactsChange;
import io.guanxi.analytics.value.domain.OrderContent;
import io.guanxi.analytics.value.domain.OrderFacts;
import io.guanxi.analytics.value.domain.OrderFacts.ReturnFacts;
import io.guanxi.analytics.value.domain.OrderFacts.Sale;
import io.guanxi.analytics.value.domain.OrderNews;
import io.guanxi.analytics.value.domain.OrderNews.Returned;
import io.guanxi.analytics.value.domain.OrderRecord;
import io.guanxi.analytics.value.domain.OrderStep;
import io.guanxi.analytics.value.domain.Scores;
import io.guanxi.analytics.value.domain.Sums;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import io.guanxi.analytics.value.domain.Totals;
import io.guanxi.test.ApprovedFiles;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class StoringFactsTest {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00.123456789Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Boundaries BOUNDARIES = new Boundaries(
            LocalDate.parse("2026-03-01"),
            23_570,
            "USD",
            List.of(1L, 2L, 300L, 4000L),
            List.of(1L, 1L, 2L, 4L),
            List.of(
                    BigDecimal.ZERO,
                    BigDecimal.ONE,
                    new BigDecimal("98.7654"),
                    new BigDecimal("999999999999999.9999")));

    private final ApprovedFiles approved = new ApprovedFiles();

    @Test
    void orders_keep_their_bytes() {
        OrderContent paid = new OrderContent("CNY", new BigDecimal("199.00"), 3, List.of("唱片", "cd-2"));
        OrderContent back = OrderContent.of("CNY", new BigDecimal("199.00"), 2);
        Returned returned = new Returned("退货-1", 2, new BigDecimal("12.5"));
        TreeSet<OrderNews> news = new TreeSet<>(List.of(
                new OrderNews(OrderStep.PLACED, AT, AT.minusSeconds(5), paid, null),
                new OrderNews(OrderStep.PAID, AT.plusSeconds(60), null, paid, null),
                new OrderNews(OrderStep.SHIPPED, AT.plusSeconds(61), AT, paid, null),
                new OrderNews(OrderStep.DELIVERED, AT.plusSeconds(90_000), null, paid, null),
                new OrderNews(OrderStep.RETURNED, AT.plusSeconds(90_001), null, back, returned),
                new OrderNews(OrderStep.CANCELLED, AT.plusSeconds(90_002), null, back, null)));
        frozen("order.full.v2", new OrderRecord(news), OrderForms::pack, OrderForms::order);
        frozen("order.minimal.v2", OrderRecord.UNKNOWN, OrderForms::pack, OrderForms::order);
    }

    @Test
    void orders_of_which_only_facts_were_kept_are_rebuilt_from_them() {
        TreeMap<String, ReturnFacts> returns = new TreeMap<>();
        returns.put("退货-1", new ReturnFacts(AT.plusSeconds(9), 2, amount("12.5")));
        Sale sale = new Sale(OrderStep.PAID, AT, OrderContent.of("CNY", new BigDecimal("199.00"), 3));
        assertThat(OrderForms.order(stored("order.full.v1")).facts())
                .isEqualTo(new OrderFacts(AT.minusSeconds(5), AT, false, sale, returns));
        assertThat(OrderForms.order(stored("order.minimal.v1")).facts())
                .isEqualTo(new OrderFacts(null, Instant.parse("1955-06-01T08:00:00Z"), true, null, new TreeMap<>()));
    }

    @Test
    void customers_keep_their_bytes() {
        PurchaseHistory lately = PurchaseHistory.of(List.of(
                new Flow(DAY, DAY, 1, 3, 0, facts().sums()),
                new Flow(DAY.plusDays(2), DAY, -1, -3, 2, SumsByCurrency.NOTHING.minus(facts().sums()))));
        TreeMap<String, LocalDate> referrals = new TreeMap<>();
        referrals.put("event-1", DAY);
        CustomerHistory history = new CustomerHistory(
                lately,
                Timeline.EMPTY.with(AT, "gold").with(AT.plusSeconds(1), "silver"),
                Timeline.EMPTY.with(AT, "active"),
                referrals);
        Told told = new Told(7, new Scores(5, 4, 3, 12), -77, new Counted("gold", "EUR;CNY=0.13"), DAY, List.of(5, -6));
        frozen(
                "customer.full.v2",
                new CustomerEntry(facts(), history, new Paging(3, lately), judged(), told),
                StoredForms::pack,
                StoredForms::customer);
        frozen("customer.minimal.v2", CustomerEntry.UNKNOWN, StoredForms::pack, StoredForms::customer);
    }

    @Test
    void customers_without_a_history_are_still_read() {
        assertThat(StoredForms.customer(stored("customer.full.v1")))
                .isEqualTo(CustomerEntry.UNKNOWN
                        .with(facts())
                        .with(new Told(7, new Scores(5, 4, 3, 12), 0, Counted.PLAIN, null, List.of())));
        assertThat(StoredForms.customer(stored("customer.minimal.v1"))).isEqualTo(CustomerEntry.UNKNOWN);
        assertThat(StoredForms.isWithoutHistory(stored("customer.full.v1"))).isTrue();
        assertThat(StoredForms.isWithoutHistory(stored("customer.full.v2"))).isFalse();
    }

    @Test
    void changes_keep_their_bytes() {
        FactsChange change = new FactsChange(CustomerFacts.NOTHING, facts());
        frozen(
                "change.v2",
                new CustomerChange(change, Counted.PLAIN, new Counted("gold", "EUR;CNY=0.13")),
                StoredForms::pack,
                StoredForms::change);
        assertThat(StoredForms.change(stored("change.v1")))
                .isEqualTo(new CustomerChange(change, Counted.PLAIN, Counted.PLAIN));
    }

    @Test
    void tenants_keep_their_bytes() {
        Totals totals = new Totals(69_659, 23_570, 167_881, 12, facts().sums(), AT);
        TreeMap<String, GradeTotals> grades = new TreeMap<>();
        grades.put("gold", new GradeTotals(20, facts().sums()));
        grades.put("lead", new GradeTotals(2, SumsByCurrency.NOTHING));
        frozen(
                "tenant.full.v2",
                new TenantEntry(totals, 5, BOUNDARIES, grades),
                StoredForms::pack,
                StoredForms::tenant);
        frozen("tenant.minimal.v2", TenantEntry.UNKNOWN, StoredForms::pack, StoredForms::tenant);
        assertThat(StoredForms.tenant(stored("tenant.full.v1")))
                .isEqualTo(new TenantEntry(totals, 5, BOUNDARIES, new TreeMap<>()));
        assertThat(StoredForms.tenant(stored("tenant.minimal.v1"))).isEqualTo(TenantEntry.UNKNOWN);
        assertThat(StoredForms.isWithoutBuckets(stored("tenant.full.v1"))).isTrue();
        assertThat(StoredForms.isWithoutBuckets(stored("tenant.full.v2"))).isFalse();
    }

    @Test
    void boundaries_keep_their_bytes() {
        frozen("boundaries.v1", new RevisedBoundaries(3, AT, BOUNDARIES), StoredForms::pack, StoredForms::revised);
    }

    @Test
    void a_layout_of_a_newer_version_is_not_guessed_at() {
        byte[] newer = StoredForms.pack(CustomerEntry.UNKNOWN);
        newer[0]++;
        assertThatThrownBy(() -> StoredForms.customer(newer)).hasMessageContaining("layout");
    }

    @Test
    void keys_of_measures_sort_from_the_best_value_to_the_worst_and_keys_of_times_from_the_first_to_the_last() {
        List<Bytes> keys = new ArrayList<>();
        for (long day : List.of(-30_000L, -1L, 0L, 1L, 255L, 256L, 40_000L)) {
            Bytes key = StoreKeys.recency("acme", day);
            assertThat(StoreKeys.number(key, StoreKeys.values(StoreKeys.RECENCY, "acme")))
                    .isEqualTo(day);
            keys.addFirst(key);
        }
        assertThat(keys).isSorted();
        keys.clear();
        for (String amount : List.of("0.0001", "0.0127", "0.0255", "1", "127", "128", "32768", "1000000")) {
            long bucket = AmountBuckets.bucket(amount(amount));
            Bytes key = StoreKeys.bucket("acme", "USD", bucket);
            assertThat(StoreKeys.number(key, StoreKeys.buckets("acme", "USD"))).isEqualTo(bucket);
            keys.addFirst(key);
        }
        assertThat(keys).isSorted();
        keys.clear();
        for (String moment : List.of(
                "1955-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "1970-01-01T00:00:00.5Z", "2026-01-01T00:00:00Z")) {
            keys.add(StoreKeys.placing("acme/c", Instant.parse(moment), "web", "o"));
        }
        assertThat(keys).isSorted();
    }

    private static Judged judged() {
        Standing standing = new Standing(
                DAY.plusDays(9),
                4,
                List.of(
                        new GradeChange(
                                DAY, null, Grade.LEAD, 1, 0, amount("1.5"), amount("0"), List.of("first-judged")),
                        new GradeChange(
                                DAY.plusDays(1),
                                Grade.LEAD,
                                Grade.PLATINUM,
                                2,
                                3,
                                amount("1200.25"),
                                amount("333.3333"),
                                List.of("value-rose", "rule-changed"))),
                List.of(
                        new Lapse(
                                DAY,
                                new BigDecimal("0.123456"),
                                Lapse.BELOW_LIMIT,
                                DAY.minusDays(90),
                                new BigDecimal("0.2"),
                                1,
                                3,
                                DAY.plusDays(1),
                                Lapse.ORDER),
                        new Lapse(DAY.plusDays(2), null, Lapse.SILENT, DAY, BigDecimal.TEN, 0, 0, null, null)),
                List.of(
                        new Membership("睡客-1", 1, DAY, DAY.plusDays(3), 2),
                        new Membership("champions", 2, DAY, null, 0)));
        return new Judged(standing, 17, DAY.plusDays(8));
    }

    private static CustomerFacts facts() {
        TreeMap<String, Sums> sums = new TreeMap<>();
        sums.put("CNY", new Sums(1, amount("199"), amount("0")));
        sums.put("EUR", new Sums(2, amount("47.39"), amount("12.5")));
        return new CustomerFacts(3, 4, 1, new SumsByCurrency(sums), AT.minusSeconds(100), AT, AT.plusSeconds(1));
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount).setScale(4);
    }

    private <T> void frozen(String name, T value, Function<T, byte[]> pack, Function<byte[], T> unpack) {
        approved.checkText(file(name), HexFormat.of().formatHex(pack.apply(value)) + "\n");
        assertThat(unpack.apply(stored(name))).isEqualTo(value);
    }

    private byte[] stored(String name) {
        return HexFormat.of().parseHex(approved.read(file(name)).strip());
    }

    private static String file(String name) {
        return "stored/" + name + ".hex";
    }
}
