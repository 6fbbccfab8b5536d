package io.guanxi.loyalty.account.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RememberingManyOrdersTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theStandingsBehaveAsAMapDoes(long seed) {
        var random = new SplittableRandom(seed);
        Map<String, OrderStanding> expected = new HashMap<>();
        OrderStandings standings = OrderStandings.EMPTY;
        for (int i = 0; i < 3_000; i++) {
            String order = "A-" + random.nextInt(1_500);
            var standing = OrderStanding.UNKNOWN.cancelled(i);
            expected.put(order, standing);
            standings = standings.with(order, standing);
        }

        assertThat(standings).isEqualTo(expected).hasSameSizeAs(expected);
        assertThat(OrderStandings.of(expected)).isEqualTo(standings).isNotSameAs(standings);
        assertThat(standings.get("B-1")).isNull();
    }

    @Test
    void ordersWhoseHashesCollideAreKeptApart() {
        OrderStandings standings = OrderStandings.EMPTY;
        for (int i = 0; i < 64; i++) {
            // "Aa" and "BB" have one hash, and so has every sequence of them.
            StringBuilder id = new StringBuilder();
            for (int bit = 0; bit < 6; bit++) {
                id.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            standings = standings.with(id.toString(), OrderStanding.UNKNOWN.cancelled(i));
        }

        assertThat(standings).hasSize(64);
        assertThat(standings.keySet().stream().map(String::hashCode).distinct()).hasSize(1);
    }

    @Test
    void anOlderStateIsNotTouched() {
        OrderStandings before = OrderStandings.EMPTY.with("A-1", OrderStanding.UNKNOWN);
        OrderStandings after =
                before.with("A-1", OrderStanding.UNKNOWN.cancelled(0)).with("A-2", OrderStanding.UNKNOWN);

        assertThat(before).containsOnly(Map.entry("A-1", OrderStanding.UNKNOWN));
        assertThat(after).hasSize(2);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> after.put("A-3", null));
    }

    /** A state that is copied for each event needs minutes for this; the bound is generous and the difference is not. */
    @Test
    @Timeout(90)
    void anAccountOfAHundredThousandOrdersIsFoldedInSeconds() {
        var ledger = LedgerFixture.newAccount();
        long start = System.nanoTime();
        for (int i = 0; i < 100_000; i++) {
            ledger.paid("A-" + i, "10.00");
        }

        System.out.printf(
                "100,000 orders decided and folded in %d ms%n",
                Duration.ofNanos(System.nanoTime() - start).toMillis());
        assertThat(ledger.balance()).isEqualTo(1_000_000);
        assertThat(ledger.account().orders()).hasSize(100_000);
    }
}
