package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.lifetime.domain.FitResult;
import io.guanxi.analytics.lifetime.domain.FitResult.Fitted;
import io.guanxi.analytics.lifetime.domain.HoldOutReport;
import io.guanxi.analytics.lifetime.domain.OrderModel;
import io.guanxi.analytics.lifetime.domain.SpendModel;
import io.guanxi.analytics.models.domain.FittedOrders;
import io.guanxi.analytics.models.domain.FittedSpend;
import io.guanxi.analytics.models.domain.HoldOut;
import io.guanxi.analytics.models.domain.LifetimeFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down what was fitted as it is recorded. */
final class FittedForms {

    /** Three years; what is noted and recorded stays small. */
    private static final int MOST_WEEKS = 156;

    private FittedForms() {}

    static LifetimeFit lifetime(
            LifetimeSamples samples, Fitted<OrderModel> orders, FitResult<SpendModel> spend, double annualDiscount) {
        return new LifetimeFit(
                samples.firstDay(),
                samples.calibrationEnd(),
                FittedOrders.of(orders),
                spend instanceof Fitted<SpendModel> fitted ? FittedSpend.of(samples.currency(), fitted) : null,
                annualDiscount,
                holdOut(samples, orders.model()));
    }

    private static @Nullable HoldOut holdOut(LifetimeSamples samples, OrderModel model) {
        if (samples.holdOut() == null || samples.holdOutEnd() == null) {
            return null;
        }
        HoldOutReport report = samples.holdOut().against(model);
        return new HoldOut(
                samples.calibrationEnd(),
                samples.holdOutEnd(),
                Map.of(
                        "customers", (double) report.customers(),
                        "actualOrders", (double) report.actual(),
                        "expectedOrders", report.expected(),
                        "meanAbsoluteError", report.meanAbsoluteError(),
                        "rootMeanSquareError", report.rootMeanSquareError()),
                report.groups().stream()
                        .map(group -> new HoldOut.Compared(
                                group.repeats(), group.customers(), group.actual(), group.expected()))
                        .toList(),
                weeks(report));
    }

    /** Of many years every second week, or third and so on, always with the last one. */
    static List<HoldOut.Compared> weeks(HoldOutReport report) {
        List<HoldOut.Compared> weeks = new ArrayList<>();
        int every = Math.ceilDiv(Math.max(1, report.weeks().size()), MOST_WEEKS);
        for (int number = 1; number <= report.weeks().size(); number++) {
            HoldOutReport.Week week = report.weeks().get(number - 1);
            if ((report.weeks().size() - number) % every == 0) {
                weeks.add(new HoldOut.Compared(number, report.customers(), week.actual(), week.expected()));
            }
        }
        return weeks;
    }
}
