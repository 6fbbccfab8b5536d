package io.guanxi.analytics.cohort.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.analytics.cohort.domain.Concentration.Curve;
import io.guanxi.analytics.cohort.domain.Concentration.Point;
import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.table.domain.CdnowSample;
import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharingOutRevenueTest {

    @Test
    void where_two_of_ten_have_eighty_percent_the_rule_holds_exactly() {
        Curve curve = of(400, 400, 25, 25, 25, 25, 25, 25, 25, 25).curve();
        assertThat(curve.ofTop(20)).isCloseTo(0.8, within(1e-12));
        assertThat(curve.shareForEighty()).isCloseTo(0.2, within(1e-12));
        assertThat(curve.ofTop(100)).isEqualTo(1);
        assertThat(curve.ofTop(5)).as("half of the best customer").isCloseTo(0.2, within(1e-12));
    }

    @Test
    void where_all_have_the_same_any_share_of_customers_has_its_share() {
        Curve curve = of(7, 7, 7, 7, 7).curve();
        assertThat(curve.curve())
                .allSatisfy(
                        point -> assertThat(point.revenueShare()).isCloseTo(point.topPercent() / 100.0, within(1e-12)));
        assertThat(curve.gini()).isCloseTo(0, within(1e-12));
        assertThat(curve.shareForEighty()).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void where_one_has_all_nobody_else_matters() {
        Curve curve = of(0, 0, 9, 0).curve();
        assertThat(curve.ofTop(30)).isEqualTo(1);
        assertThat(curve.gini()).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void without_revenue_or_customers_there_are_no_shares() {
        assertThat(new Concentration().curve().curve())
                .extracting(Point::revenueShare)
                .containsOnly(0.0);
        assertThat(of(0, -5).curve().shareForEighty()).isZero();
    }

    @Test
    void partitions_in_any_order_are_added_up() {
        Random random = new Random(11);
        int[] amounts = random.ints(5_000, 0, 10_000).toArray();
        Concentration one = of(IntStream.of(amounts).limit(2_000).toArray());
        Concentration other = of(IntStream.of(amounts).skip(2_000).toArray());
        other.addAll(one);
        assertThat(other.curve()).isEqualTo(of(amounts).curve());
    }

    @Test
    void very_many_cents_are_added_up_to_the_cent() {
        Concentration concentration = new Concentration();
        IntStream.range(0, 100_000).forEach(any -> concentration.add(new BigDecimal("0.1001")));
        concentration.add(new BigDecimal("900000000000000.0001"));
        assertThat(concentration.curve().revenue()).isEqualByComparingTo("900000000010010.0001");
    }

    @Test
    void shares_of_groups_are_of_all_customers_and_all_revenue() {
        RevenueShares<String> shares = new RevenueShares<>();
        shares.add("gold", new BigDecimal("70.0000"));
        shares.add("iron", new BigDecimal("10.0000"));
        RevenueShares<String> others = new RevenueShares<>();
        others.add("iron", new BigDecimal("20.0000"));
        others.add("lead", new BigDecimal("0.0000"));
        shares.addAll(others);
        assertThat(shares.shares())
                .containsExactly(
                        new RevenueShares.Share<>("gold", 1, 0.25, new BigDecimal("70.0000"), 0.7),
                        new RevenueShares.Share<>("iron", 2, 0.5, new BigDecimal("30.0000"), 0.3),
                        new RevenueShares.Share<>("lead", 1, 0.25, new BigDecimal("0.0000"), 0));
    }

    /** Expected numbers were computed from the same file by another program in another language. */
    @Test
    void real_revenue_rests_on_fewer_than_half_of_the_customers() {
        Concentration concentration = new Concentration();
        CdnowSample.customers()
                .values()
                .forEach(history -> concentration.add(
                        Conversion.only("USD").net(history.present().sums())));
        Curve curve = concentration.curve();
        assertThat(curve.customers()).isEqualTo(2_357);
        assertThat(curve.revenue()).isEqualByComparingTo("244091.94");
        assertThat(curve.ofTop(1)).isCloseTo(0.1438832990552658, within(1e-9));
        assertThat(curve.ofTop(20)).isCloseTo(0.6742294153588193, within(1e-9));
        assertThat(curve.shareForEighty()).isCloseTo(0.3294946006769017, within(1e-9));
        assertThat(curve.gini()).isCloseTo(0.6309171170162412, within(1e-9));
    }

    private static Concentration of(int... amounts) {
        Concentration concentration = new Concentration();
        IntStream.of(amounts).forEach(amount -> concentration.add(BigDecimal.valueOf(amount)));
        return concentration;
    }
}
