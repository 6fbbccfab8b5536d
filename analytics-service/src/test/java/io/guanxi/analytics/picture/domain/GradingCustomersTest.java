package io.guanxi.analytics.picture.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.lifetime.domain.LifetimeModel;
import io.guanxi.analytics.lifetime.domain.MbgNbd;
import io.guanxi.analytics.lifetime.domain.SpendModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradingCustomersTest {

    private static final LocalDate BEGINNING = LocalDate.parse("2024-01-01");

    private static final LifetimeModel MODEL = new LifetimeModel(
            1, BEGINNING, new MbgNbd(0.525, 6.183, 0.891, 1.614), new SpendModel(6.25, 3.74, 15.44), "CNY", 0.1);

    @Test
    void value_and_potential_are_the_two_sides_of_four_grades() {
        RecordedVersions versions = versions(rule("1000", "100", "0.1")).with(BEGINNING, MODEL);
        assertThat(grade(regular("50"), "2024-06-30", versions)).isEqualTo(Grade.IRON);
        assertThat(grade(regular("300"), "2024-06-30", versions)).isEqualTo(Grade.PLATINUM);
        assertThat(grade(Lived.nothing().order("2024-02-01", "1200"), "2024-11-30", versions))
                .isEqualTo(Grade.GOLD);
        assertThat(grade(Lived.nothing().order("2024-02-01", "12"), "2024-11-30", versions))
                .isEqualTo(Grade.LEAD);
    }

    private static Lived regular(String amount) {
        Lived life = Lived.nothing();
        for (LocalDate day = BEGINNING; day.isBefore(LocalDate.parse("2024-06-28")); day = day.plusDays(14)) {
            life = life.order(day.toString(), amount);
        }
        return life;
    }

    @Test
    void the_value_is_the_net_revenue_of_the_window() {
        RecordedVersions versions = versions(rule("100", "100", "0"));
        CustomerHistory history = Lived.nothing()
                .order("2024-01-03", "60")
                .order("2024-03-05", "90", "2024-03-20", "30")
                .history();
        Standing standing = Standing.of(history, LocalDate.parse("2025-12-31"), versions);
        assertThat(standing.grades())
                .extracting(
                        GradeChange::day,
                        GradeChange::from,
                        GradeChange::to,
                        change -> change.value().toString())
                .containsExactly(
                        tuple(LocalDate.parse("2024-01-03"), null, Grade.LEAD, "60.0000"),
                        tuple(LocalDate.parse("2024-03-05"), Grade.LEAD, Grade.GOLD, "150.0000"),
                        // 3 January 2024 left the window of 365 days on 2 January 2025; the next Monday is the sixth.
                        tuple(LocalDate.parse("2025-01-06"), Grade.GOLD, Grade.LEAD, "60.0000"));
    }

    @Test
    void without_a_model_referrals_alone_are_potential() {
        RecordedVersions versions = versions(rule("1000", "20", "0"));
        Lived life = Lived.nothing().order("2024-01-03", "60");
        assertThat(grade(life, "2024-03-01", versions)).isEqualTo(Grade.LEAD);
        Lived referring = life.referral("2024-02-01").referral("2024-02-07");
        assertThat(grade(referring, "2024-02-06", versions)).isEqualTo(Grade.LEAD);
        assertThat(grade(referring, "2024-02-07", versions)).isEqualTo(Grade.IRON);
        assertThat(grade(referring, "2025-02-14", versions)).isEqualTo(Grade.LEAD);
    }

    @Test
    void without_a_rule_in_the_currency_of_comparison_nobody_is_judged() {
        Lived life = Lived.nothing().order("2024-01-03", "60");
        assertThat(grade(life, "2024-03-01", RecordedVersions.in("CNY"))).isNull();
        assertThat(grade(life, "2024-03-01", RecordedVersions.in("EUR").with(BEGINNING, rule("1", "1", "0"))))
                .isNull();
    }

    @Test
    void whoever_wavers_around_a_threshold_keeps_the_grade() {
        CustomerHistory history = wavering();
        LocalDate to = LocalDate.parse("2025-12-31");
        List<GradeChange> steady =
                Standing.of(history, to, versions(rule("1000", "9999", "0.1"))).grades();
        List<GradeChange> flickering =
                Standing.of(history, to, versions(rule("1000", "9999", "0"))).grades();
        assertThat(flickering).hasSizeGreaterThan(20);
        assertThat(steady).extracting(GradeChange::to).containsExactly(Grade.GOLD);
    }

    /** Of 1050 and of 950 in turn within 28 days. */
    private static CustomerHistory wavering() {
        Lived life = Lived.nothing();
        boolean more = true;
        for (LocalDate day = BEGINNING.plusDays(2);
                day.isBefore(LocalDate.parse("2025-12-20"));
                day = day.plusDays(28)) {
            life = life.order(day.toString(), more ? "1050" : "950");
            more = !more;
        }
        return life.history();
    }

    @Test
    void a_side_is_left_downward_only_below_its_threshold_less_the_hysteresis() {
        PyramidRule rule = rule("1000", "100", "0.1");
        assertThat(rule.grade(null, amount("999.9999"), at -> false)).isEqualTo(Grade.LEAD);
        assertThat(rule.grade(null, amount("1000"), at -> false)).isEqualTo(Grade.GOLD);
        assertThat(rule.grade(Grade.GOLD, amount("900"), at -> false)).isEqualTo(Grade.GOLD);
        assertThat(rule.grade(Grade.GOLD, amount("899.9999"), at -> false)).isEqualTo(Grade.LEAD);
        assertThat(rule.grade(Grade.IRON, amount("0"), at -> amount("90").compareTo(at) >= 0))
                .isEqualTo(Grade.IRON);
        assertThat(rule.grade(Grade.LEAD, amount("0"), at -> amount("90").compareTo(at) >= 0))
                .isEqualTo(Grade.LEAD);
    }

    @Test
    void a_change_says_why() {
        RecordedVersions versions = versions(rule("1000", "100", "0.1"));
        Lived life = Lived.nothing().order("2024-01-03", "600").order("2024-02-08", "500");
        LocalDate ruled = LocalDate.parse("2024-03-06");
        PyramidRule stricter = new PyramidRule(
                2,
                ruled,
                "CNY",
                amount("2000"),
                amount("100"),
                amount("0.1"),
                365,
                365,
                amount("10"),
                amount("0.2"),
                "fixed");
        Standing standing = Standing.of(life.history(), LocalDate.parse("2024-03-10"), versions.with(ruled, stricter));
        assertThat(standing.grades())
                .extracting(GradeChange::day, GradeChange::ruleVersion, GradeChange::reasons)
                .containsExactly(
                        tuple(LocalDate.parse("2024-01-03"), 1, List.of("first-judged")),
                        tuple(LocalDate.parse("2024-02-08"), 1, List.of("value-rose")),
                        tuple(ruled, 2, List.of("value-fell", "rule-changed")));
    }

    private static Grade grade(Lived life, String day, InForceHistory versions) {
        return Standing.of(life.history(), LocalDate.parse(day), versions).grade();
    }

    private static RecordedVersions versions(PyramidRule rule) {
        return RecordedVersions.in("CNY").with(BEGINNING, rule);
    }

    /** Of a window of 28 days if it is about 9999, else of a year. */
    private static PyramidRule rule(String value, String potential, String hysteresis) {
        return new PyramidRule(
                1,
                BEGINNING,
                "CNY",
                amount(value),
                amount(potential),
                amount(hysteresis),
                potential.equals("9999") ? 28 : 365,
                365,
                amount("10"),
                amount("0.2"),
                "fixed");
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }
}
