package io.guanxi.analytics.measuring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.FactsChange;
import io.guanxi.analytics.value.domain.Sums;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import io.guanxi.analytics.value.domain.Totals;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many customers have which amounts, in whose buckets cut points are found. */
class CountingAmountsTest {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

    private RunningTopology running;
    private KeyValueStore<Bytes, byte[]> store;
    private TenantBook book;

    @BeforeEach
    void start() {
        running = new RunningTopology(folder);
        store = running.store(ValueTopology.TENANTS);
        book = new TenantBook(store);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void exact_amounts_of_an_earlier_version_move_into_buckets_when_their_tenant_is_first_met() {
        long[] amounts = {10, 20, 30, 40, 50};
        for (long amount : amounts) {
            store.put(exactKey("acme", "USD", amount), count(1));
        }
        store.put(exactKey("other", "USD", 77), count(1));
        Totals totals = new Totals(5, 5, 5, 0, SumsByCurrency.NOTHING, AT);
        byte[] tenant = StoredForms.pack(new TenantEntry(totals, 3, null, new TreeMap<>()));
        store.put(StoreKeys.tenant("acme"), firstLayout(tenant));

        assertThat(book.tenant("acme").totals()).isEqualTo(totals);
        List<BigDecimal> cuts = book.monetaryCuts("acme", 5, "USD");
        for (int cut = 0; cut < cuts.size(); cut++) {
            assertThat(cuts.get(cut)).isBetween(BigDecimal.valueOf(amounts[cut]), new BigDecimal(amounts[cut] + ".09"));
        }
        assertThat(store.get(exactKey("acme", "USD", 10))).isNull();
        assertThat(store.get(exactKey("other", "USD", 77))).isNotNull();
        assertThat(StoredForms.isWithoutBuckets(store.get(StoreKeys.tenant("acme"))))
                .isFalse();
        assertThat(book.tenant("acme").totals()).as("once").isEqualTo(totals);
        assertThat(book.monetaryCuts("acme", 5, "USD")).isEqualTo(cuts);
    }

    @Test
    void amounts_of_several_currencies_are_compared_by_a_conversion_and_taken_back_by_the_one_they_were_counted_by() {
        String rates = Comparisons.text(new Conversion("EUR", Map.of("CNY", new BigDecimal("0.13"))));
        String later = Comparisons.text(new Conversion("EUR", Map.of("CNY", new BigDecimal("0.20"))));
        CustomerFacts rich = facts("EUR", "20", "CNY", "1000");
        CustomerFacts poor = facts("EUR", "21");
        book.count("acme", counted(CustomerFacts.NOTHING, rich, null, rates));
        book.count("acme", counted(CustomerFacts.NOTHING, poor, null, rates));
        assertThat(book.compared("acme", rates)).isEqualTo(2);
        assertThat(book.monetaryCuts("acme", 2, rates).getLast()).isBetween(amount("150"), amount("150.15"));
        assertThat(book.monetaryCuts("acme", 2, "EUR").getLast()).isBetween(amount("21"), amount("21.1"));

        book.count("acme", counted(rich, rich, rates, later));
        assertThat(book.compared("acme", rates)).isEqualTo(1);
        assertThat(book.compared("acme", later)).isEqualTo(1);
        assertThat(book.monetaryCuts("acme", 1, later).getLast()).isBetween(amount("220"), amount("220.22"));
        book.count("acme", counted(poor, CustomerFacts.NOTHING, rates, null));
        book.count("acme", counted(rich, CustomerFacts.NOTHING, later, null));
        try (var left = store.all()) {
            assertThat(left.hasNext()).as("anything is left").isFalse();
        }
    }

    @Test
    void conversions_are_read_from_their_texts() {
        Conversion conversion =
                new Conversion("EUR", Map.of("USD", new BigDecimal("0.9200"), "CNY", new BigDecimal("0.13")));
        assertThat(Comparisons.text(conversion)).isEqualTo("EUR;CNY=0.13;USD=0.92");
        assertThat(Comparisons.text(Comparisons.parse("EUR;CNY=0.13;USD=0.92"))).isEqualTo("EUR;CNY=0.13;USD=0.92");
        assertThat(Comparisons.parse("EUR").rates()).isEmpty();
    }

    private static CustomerChange counted(CustomerFacts before, CustomerFacts after, String by, String byNow) {
        return new CustomerChange(new FactsChange(before, after), new Counted(null, by), new Counted(null, byNow));
    }

    private static CustomerFacts facts(String... amounts) {
        TreeMap<String, Sums> sums = new TreeMap<>();
        for (int i = 0; i < amounts.length; i += 2) {
            sums.put(amounts[i], new Sums(1, amount(amounts[i + 1]), amount("0")));
        }
        return new CustomerFacts(sums.size(), 1, 0, new SumsByCurrency(sums), AT, AT, AT);
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount).setScale(4);
    }

    /** Kind, tenant, currency, the inverted length of the digits, and they inverted. */
    private static Bytes exactKey(String tenant, String currency, long amount) {
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        key.writeBytes(("m" + tenant + "\0" + currency + "\0").getBytes(StandardCharsets.UTF_8));
        byte[] digits = BigDecimal.valueOf(amount).setScale(4).unscaledValue().toByteArray();
        key.write(~digits.length);
        for (byte digit : digits) {
            key.write(~digit);
        }
        return Bytes.wrap(key.toByteArray());
    }

    private static byte[] count(long count) {
        return ByteBuffer.allocate(Long.BYTES).putLong(count).array();
    }

    private static byte[] firstLayout(byte[] packed) {
        packed[0] = 1;
        return packed;
    }
}
