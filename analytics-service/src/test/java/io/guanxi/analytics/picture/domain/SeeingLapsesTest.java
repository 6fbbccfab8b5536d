package io.guanxi.analytics.picture.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guanxi.analytics.lifetime.domain.LifetimeModel;
import io.guanxi.analytics.lifetime.domain.MbgNbd;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeeingLapsesTest {

    private static final LocalDate BEGINNING = LocalDate.parse("2024-01-01");
    private static final MbgNbd ORDERS = new MbgNbd(0.525, 6.183, 0.891, 1.614);
    private static final LifetimeModel MODEL = new LifetimeModel(1, BEGINNING, ORDERS, null, null, 0.1);

    @Test
    void a_lapse_begins_on_the_monday_on_which_the_probability_is_below_the_limit_and_ends_with_an_order() {
        Lived life = Lived.nothing()
                .order("2024-01-03", "60")
                .order("2024-01-10", "60")
                .order("2024-01-17", "60");
        Lived back = life.order("2024-09-04", "60");
        RecordedVersions versions = RecordedVersions.in("CNY").with(BEGINNING, MODEL);
        LocalDate began = LocalDate.parse("2024-01-22");
        while (ORDERS.pAlive(
                        2,
                        2,
                        (began.toEpochDay() - LocalDate.parse("2024-01-03").toEpochDay()) / 7.0)
                >= 0.2) {
            began = began.plusWeeks(1);
        }
        List<Lapse> lapses = Standing.of(back.history(), LocalDate.parse("2024-09-30"), versions)
                .lapses();
        assertThat(lapses)
                .extracting(Lapse::began, Lapse::cause, Lapse::lastOrder, Lapse::ended, Lapse::endCause)
                .containsExactly(tuple(
                        began,
                        Lapse.BELOW_LIMIT,
                        LocalDate.parse("2024-01-17"),
                        LocalDate.parse("2024-09-04"),
                        Lapse.ORDER));
        assertThat(lapses.getFirst().pAlive()).isLessThan(new BigDecimal("0.2"));
        assertThat(lapses.getFirst().limit()).isEqualTo("0.2");
        assertThat(began).isBetween("2024-02-05", "2024-08-26");
    }

    @Test
    void without_a_model_three_own_intervals_are_too_long_and_ninety_days_at_least() {
        RecordedVersions none = RecordedVersions.in("CNY");
        Lived weekly = Lived.nothing().order("2024-01-03", "60").order("2024-01-10", "60");
        assertThat(began(weekly, none)).isEqualTo("2024-04-15");
        Lived rarely = Lived.nothing().order("2024-01-03", "60").order("2024-04-12", "60");
        assertThat(began(rarely, none)).isEqualTo("2025-02-10");
    }

    private static LocalDate began(Lived life, RecordedVersions versions) {
        return Standing.of(life.history(), LocalDate.parse("2025-12-31"), versions)
                .lapses()
                .getFirst()
                .began();
    }

    @Test
    void somebody_who_bought_once_is_given_the_window() {
        Lived once = Lived.nothing().order("2024-01-03", "60");
        assertThat(began(once, RecordedVersions.in("CNY"))).isEqualTo("2025-01-06");
    }

    @Test
    void a_model_by_which_the_customer_has_not_left_ends_what_silence_began() {
        Lived life = Lived.nothing().order("2024-01-03", "60").order("2024-01-10", "60");
        LocalDate fitted = LocalDate.parse("2024-04-18");
        LifetimeModel trusting = new LifetimeModel(1, fitted, new MbgNbd(0.525, 60, 0.1, 9), null, null, 0.1);
        RecordedVersions versions = RecordedVersions.in("CNY").with(fitted, trusting);
        assertThat(Standing.of(life.history(), LocalDate.parse("2024-05-01"), versions)
                        .lapses())
                .extracting(Lapse::cause, Lapse::ended, Lapse::endCause)
                .containsExactly(tuple(Lapse.SILENT, fitted, Lapse.JUDGED_ANEW));
    }

    @Test
    void an_order_of_before_that_is_heard_of_later_undoes_the_lapse_from_the_day_it_was_heard_of() {
        Lived life = Lived.nothing().order("2024-01-03", "60").order("2024-01-10", "60");
        RecordedVersions none = RecordedVersions.in("CNY");
        Standing told = Standing.of(life.history(), LocalDate.parse("2024-05-01"), none);
        Lived known = life.order("2024-04-10", "60");
        Standing now = told.before(Standing.firstDifference(life.history(), known.history()))
                .advanced(known.history(), LocalDate.parse("2024-05-01"), none);
        assertThat(told.lapse()).isNotNull();
        assertThat(now.lapses()).isEmpty();
        assertThat(now.changesSince(told))
                .singleElement()
                .isInstanceOfSatisfying(StandingChange.LapseEnded.class, ended -> {
                    assertThat(ended.lapse().began()).isEqualTo("2024-04-15");
                    assertThat(ended.lapse().endCause()).isEqualTo("revised");
                    assertThat(ended.day()).isEqualTo("2024-05-01");
                });
    }
}
