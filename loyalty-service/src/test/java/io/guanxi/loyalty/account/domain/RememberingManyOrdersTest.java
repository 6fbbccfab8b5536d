package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static io.guanxi.loyalty.account.domain.TiersFixture.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guanxi.loyalty.account.domain.lots.PersistentMap;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RememberingManyOrdersTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theStandingsBehaveAsAMapDoes(long seed) {
        var random = new SplittableRandom(seed);
        Map<String, OrderStanding> expected = new HashMap<>();
        PersistentMap<OrderStanding> standings = PersistentMap.empty();
        for (int i = 0; i < 3_000; i++) {
            String order = "A-" + random.nextInt(1_500);
            var standing = standing(i);
            expected.put(order, standing);
            standings = standings.with(order, standing);
        }

        assertThat(standings).isEqualTo(expected).hasSameSizeAs(expected);
        assertThat(PersistentMap.of(expected)).isEqualTo(standings).isNotSameAs(standings);
        assertThat(standings.get("B-1")).isNull();
    }

    @Test
    void ordersWhoseHashesCollideAreKeptApart() {
        PersistentMap<OrderStanding> standings = PersistentMap.empty();
        for (int i = 0; i < 64; i++) {
            // "Aa" and "BB" have one hash, and so has every sequence of them.
            StringBuilder id = new StringBuilder();
            for (int bit = 0; bit < 6; bit++) {
                id.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            standings = standings.with(id.toString(), standing(i));
        }

        assertThat(standings).hasSize(64);
        assertThat(standings.keySet().stream().map(String::hashCode).distinct()).hasSize(1);
    }

    @Test
    void anOlderStateIsNotTouched() {
        PersistentMap<OrderStanding> before =
                PersistentMap.<OrderStanding>empty().with("A-1", OrderStanding.UNKNOWN);
        PersistentMap<OrderStanding> after = before.with("A-1", standing(0)).with("A-2", OrderStanding.UNKNOWN);

        assertThat(before).containsOnly(Map.entry("A-1", OrderStanding.UNKNOWN));
        assertThat(after).hasSize(2);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> after.put("A-3", null));
    }

    /** A command that went through all lots or holds would make ten times as many orders cost a hundred times as much. */
    @ParameterizedTest(name = "{0} orders of a programme with {1}")
    @MethodSource
    @Timeout(60)
    void manyOrdersAreDecidedAndFoldedInSeconds(int orders, String programme, RulesFixture rules) {
        var ledger = LedgerFixture.newAccount().under(rules);
        long start = System.nanoTime();
        for (int i = 0; i < orders; i++) {
            ledger.at(LedgerFixture.THEN.plusSeconds(i * 600L)).paid("A-" + i, "10.00");
        }
        System.out.printf(
                "%,d orders of a programme with %s decided and folded in %d ms%n",
                orders, programme, Duration.ofNanos(System.nanoTime() - start).toMillis());
        assertThat(ledger.points().given()).isEqualTo(orders * 10L);
        assertThat(ledger.account().orders()).hasSize(orders);
    }

    /** Caps and tiers count the orders of a time anew with each order. */
    static List<Arguments> manyOrdersAreDecidedAndFoldedInSeconds() {
        return List.of(
                Arguments.of(10_000, "one rate", rules()),
                Arguments.of(10_000, "points that end", rules().expiring(ExpiryRule.rolling(1))),
                Arguments.of(3_000, "points that end by rest", rules().expiring(ExpiryRule.inactivity(12))),
                Arguments.of(3_000, "points that wait", rules().pendingUntilDelivered(14, 30)),
                Arguments.of(1_000, "caps", rules().capped(100L, 10_000L, 100_000L)),
                Arguments.of(1_000, "tiers", rules().tiers(spend("silver", "1000", "gold", "5000"))));
    }

    private static OrderStanding standing(int number) {
        return new OrderStanding(null, Map.of(), Map.of("R-" + number, BigDecimal.ONE), null, true);
    }
}
