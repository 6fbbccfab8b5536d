package io.guanxi.analytics.value.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.FactsChange;
import io.guanxi.analytics.value.domain.OrderContent;
import io.guanxi.analytics.value.domain.OrderFacts;
import io.guanxi.analytics.value.domain.OrderFacts.ReturnFacts;
import io.guanxi.analytics.value.domain.OrderFacts.Sale;
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
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class StoringFactsTest {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00.123456789Z");
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
        TreeMap<String, ReturnFacts> returns = new TreeMap<>();
        returns.put("退货-1", new ReturnFacts(AT.plusSeconds(9), 2, amount("12.5")));
        Sale sale = new Sale(OrderStep.PAID, AT, OrderContent.of("CNY", new BigDecimal("199.00"), 3));
        frozen(
                "order.full",
                new OrderFacts(AT.minusSeconds(5), AT, false, sale, returns),
                StoredForms::pack,
                StoredForms::order);
        frozen(
                "order.minimal",
                new OrderFacts(null, Instant.parse("1955-06-01T08:00:00Z"), true, null, new TreeMap<>()),
                StoredForms::pack,
                StoredForms::order);
    }

    @Test
    void customers_keep_their_bytes() {
        frozen(
                "customer.full",
                new CustomerEntry(facts(), 7, new Scores(5, 4, 3, 12)),
                StoredForms::pack,
                StoredForms::customer);
        frozen("customer.minimal", CustomerEntry.UNKNOWN, StoredForms::pack, StoredForms::customer);
    }

    @Test
    void changes_keep_their_bytes() {
        frozen("change", new FactsChange(CustomerFacts.NOTHING, facts()), StoredForms::pack, StoredForms::change);
    }

    @Test
    void tenants_keep_their_bytes() {
        Totals totals = new Totals(69_659, 23_570, 167_881, 12, facts().sums(), AT);
        frozen("tenant.full", new TenantEntry(totals, 5, BOUNDARIES), StoredForms::pack, StoredForms::tenant);
        frozen("tenant.minimal", TenantEntry.UNKNOWN, StoredForms::pack, StoredForms::tenant);
    }

    @Test
    void boundaries_keep_their_bytes() {
        frozen("boundaries", new RevisedBoundaries(3, AT, BOUNDARIES), StoredForms::pack, StoredForms::revised);
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
        for (String amount :
                List.of("0.0001", "0.0127", "0.0128", "0.0255", "0.0256", "1", "127", "128", "32768", "1000000")) {
            Bytes key = StoreKeys.monetary("acme", "USD", amount(amount));
            assertThat(StoreKeys.amount(key, StoreKeys.amounts("acme", "USD"), 4))
                    .isEqualTo(amount(amount));
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
        String file = "stored/" + name + ".v1.hex";
        approved.checkText(file, HexFormat.of().formatHex(pack.apply(value)) + "\n");
        byte[] stored = HexFormat.of().parseHex(approved.read(file).strip());
        assertThat(unpack.apply(stored)).isEqualTo(value);
    }
}
