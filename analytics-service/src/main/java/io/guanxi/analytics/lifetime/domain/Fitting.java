package io.guanxi.analytics.lifetime.domain;

import io.guanxi.analytics.lifetime.domain.FitResult.Fitted;
import io.guanxi.analytics.lifetime.domain.FitResult.NotFitted;
import io.guanxi.analytics.lifetime.domain.FitResult.Why;
import io.guanxi.analytics.lifetime.domain.Maximum.End;
import io.guanxi.analytics.lifetime.domain.Maximum.Found;
import io.guanxi.analytics.lifetime.domain.Maximum.Lost;
import java.util.List;

/**
 * Fits models by maximum likelihood. It uses all processors of the common pool and gives equal bits on any number of them.
 *
 * @param leastRepeatBuyers with fewer customers who came again nothing is fitted
 */
public record Fitting(int leastRepeatBuyers) {

    private static final List<double[]> SHAPES = List.of(
            new double[] {0.5, 0.5, 1, 2}, new double[] {1, 1, 1, 1}, new double[] {0.2, 0.2, 0.3, 3}, new double[] {
                3, 1, 0.1, 1
            });
    private static final List<double[]> SPENDS =
            List.of(new double[] {3, 3, 0.7}, new double[] {1, 2, 1}, new double[] {0.5, 10, 20});
    private static final double PARETO_SCALE = 0.3;

    /** Asks for fifty customers who came again. */
    public static final Fitting USUAL = new Fitting(50);

    /** How often customers of this population buy, and when they leave. */
    public FitResult<OrderModel> fit(OrderFamily family, Calibration calibration) {
        if (calibration.customers() == 0) {
            return new NotFitted<>(Why.NO_DATA, "there are no customers", 0, 1);
        }
        if (calibration.repeatBuyers() < leastRepeatBuyers) {
            return tooFew(calibration.repeatBuyers());
        }
        GroupedCells cells = new GroupedCells(calibration.counts());
        Likelihood likelihood = likelihood(family, cells);
        Maximum maximum = new Maximum(likelihood, calibration.customers());
        End end = search(maximum, starts(family, cells.meanAge()));
        return switch (end) {
            case Lost lost -> new NotFitted<>(Why.DID_NOT_CONVERGE, lost.detail(), lost.actual(), lost.required());
            case Found found ->
                new Fitted<>(
                        family.model(found.parameters()),
                        found.logLikelihood(),
                        Checks.named(family, found.standardErrors()),
                        found.iterations(),
                        found.gradientNorm(),
                        calibration.customers(),
                        calibration.repeatBuyers(),
                        cells.size());
        };
    }

    /** What repeat purchases of this population bring. */
    public FitResult<SpendModel> fit(SpendCalibration calibration) {
        if (calibration.customers() == 0) {
            return new NotFitted<>(Why.NO_DATA, "there are no repeat purchases that brought something", 0, 1);
        }
        if (calibration.customers() < leastRepeatBuyers) {
            return tooFew(calibration.customers());
        }
        SpendLikelihood likelihood = new SpendLikelihood(calibration);
        End end = search(new Maximum(likelihood, calibration.customers()), SPENDS);
        return switch (end) {
            case Lost lost -> new NotFitted<>(Why.DID_NOT_CONVERGE, lost.detail(), lost.actual(), lost.required());
            case Found found -> spend(found, likelihood.unit(), calibration.customers());
        };
    }

    private static FitResult<SpendModel> spend(Found found, double unit, int customers) {
        double q = found.parameters()[1];
        if (q <= 1) {
            return new NotFitted<>(Why.NO_MEAN_SPEND, "amounts differ too much to have a mean: q is not above 1", q, 1);
        }
        double[] errors = found.standardErrors();
        return new Fitted<>(
                new SpendModel(found.parameters()[0], q, unit * found.parameters()[2]),
                found.logLikelihood() - customers * Math.log(unit),
                Checks.named(SpendModel.PARAMETERS, errors[0], errors[1], unit * errors[2]),
                found.iterations(),
                found.gradientNorm(),
                customers,
                customers,
                customers);
    }

    private <M> NotFitted<M> tooFew(long actual) {
        return new NotFitted<>(
                Why.TOO_FEW_REPEAT_BUYERS,
                "%d customers came again, expected at least %d".formatted(actual, leastRepeatBuyers),
                actual,
                leastRepeatBuyers);
    }

    static Likelihood likelihood(OrderFamily family, GroupedCells cells) {
        return switch (family) {
            case BG_NBD -> new BetaLikelihood(cells, false);
            case MBG_NBD -> new BetaLikelihood(cells, true);
            case PARETO_NBD -> new ParetoLikelihood(cells);
        };
    }

    /** The scale of the purchase rates goes by how long customers were seen, whatever the trade. */
    private static List<double[]> starts(OrderFamily family, double meanAge) {
        double weeks = Math.max(meanAge, 1);
        return SHAPES.stream()
                .map(shape -> new double[] {
                    shape[0],
                    shape[1] * weeks * PARETO_SCALE,
                    shape[2],
                    family == OrderFamily.PARETO_NBD ? shape[3] * weeks * PARETO_SCALE : shape[3]
                })
                .toList();
    }

    /** The first start that leads to a maximum; a later one is tried only if one does not. */
    private static End search(Maximum maximum, List<double[]> starts) {
        End end = maximum.search(starts.getFirst());
        for (double[] start : starts.subList(1, starts.size())) {
            end = end instanceof Found ? end : maximum.search(start);
        }
        return end;
    }
}
