package io.guanxi.analytics.lifetime.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.analytics.history.domain.Purchases;
import io.guanxi.analytics.lifetime.domain.FitResult.Fitted;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What the literature publishes of the same orders. */
class FittingRealOrdersTest {

    private static final Offset<Double> PUBLISHED = within(5e-3);
    private static final Offset<Double> LIKELIHOOD = within(0.1);

    private final List<Purchases> customers = RealOrders.customers();
    private final Calibration calibration = RealOrders.calibration(customers);

    @Test
    void the_beta_geometric_model_is_that_of_fader_hardie_and_lee() {
        Fitted<OrderModel> fitted = fitted(OrderFamily.BG_NBD);
        assertParameters(fitted, "r", 0.243, "alpha", 4.414, "a", 0.793, "b", 2.426);
        assertThat(fitted.logLikelihood()).isEqualTo(-9582.4, LIKELIHOOD);
        assertThat(fitted.customers()).isEqualTo(2357);
        assertThat(fitted.repeatBuyers()).isEqualTo(946);
    }

    @Test
    void the_modified_model_is_that_of_other_programs() {
        Fitted<OrderModel> fitted = fitted(OrderFamily.MBG_NBD);
        assertParameters(fitted, "r", 0.525, "alpha", 6.183, "a", 0.891, "b", 1.614);
    }

    @Test
    void the_pareto_model_is_that_of_fader_hardie_and_lee() {
        Fitted<OrderModel> fitted = fitted(OrderFamily.PARETO_NBD);
        assertParameters(fitted, "r", 0.553, "alpha", 10.578, "s", 0.606, "beta", 11.669);
        assertThat(fitted.logLikelihood()).isEqualTo(-9595.0, LIKELIHOOD);
    }

    @Test
    void amounts_of_repeat_purchases_are_those_of_fader_and_hardie() {
        SpendCalibration.Counter counter = new SpendCalibration.Counter();
        customers.forEach(
                purchases -> counter.add(SpendSample.of(purchases, RealOrders.CALIBRATION_END, RealOrders.DOLLARS)));
        SpendCalibration spend = counter.counted();
        assertThat(spend.customers()).isEqualTo(946);
        assertThat(Fitting.USUAL.fit(spend)).isInstanceOfSatisfying(Fitted.class, fitted -> {
            SpendModel model = (SpendModel) fitted.model();
            assertThat(model.p()).isEqualTo(6.25, PUBLISHED);
            assertThat(model.q()).isEqualTo(3.74, PUBLISHED);
            assertThat(model.gamma()).isEqualTo(15.44, PUBLISHED);
        });
    }

    @Test
    void the_hold_out_is_foretold_as_well_as_the_literature_says() {
        HoldOut holdOut = new HoldOut(RealOrders.CALIBRATION_END, RealOrders.END);
        customers.forEach(holdOut::add);
        HoldOutReport report = holdOut.against(fitted(OrderFamily.BG_NBD).model());
        assertThat(report.customers()).isEqualTo(2357);
        assertThat(report.actual())
                .isEqualTo(customers.stream()
                        .flatMap(purchases -> purchases.days().stream())
                        .filter(day -> day.day().isAfter(RealOrders.CALIBRATION_END))
                        .count());
        assertThat(report.expected() / report.actual()).isBetween(0.85, 1.0);
        for (HoldOutReport.Group group : report.groups().subList(0, 7)) {
            assertThat(group.expected() / group.customers())
                    .as("%s", group)
                    .isEqualTo((double) group.actual() / group.customers(), within(0.6));
        }
        HoldOutReport.Week calibrated = week(report, LocalDate.of(1997, 9, 30));
        assertThat(calibrated.expected() / calibrated.actual()).isBetween(0.95, 1.05);
        HoldOutReport.Week last = report.weeks().getLast();
        assertThat(last.until()).isEqualTo(LocalDate.of(1998, 6, 30));
        assertThat(last.expected() / last.actual()).isBetween(0.9, 1.05);
    }

    private static HoldOutReport.Week week(HoldOutReport report, LocalDate until) {
        return report.weeks().stream()
                .filter(week -> week.until().equals(until))
                .findFirst()
                .orElseThrow();
    }

    private Fitted<OrderModel> fitted(OrderFamily family) {
        return (Fitted<OrderModel>) Fitting.USUAL.fit(family, calibration);
    }

    private static void assertParameters(Fitted<OrderModel> fitted, Object... lettersAndValues) {
        for (int i = 0; i < lettersAndValues.length; i += 2) {
            assertThat(fitted.model().parameters().get((String) lettersAndValues[i]))
                    .as("%s", lettersAndValues[i])
                    .isEqualTo((double) lettersAndValues[i + 1], PUBLISHED);
        }
    }
}
