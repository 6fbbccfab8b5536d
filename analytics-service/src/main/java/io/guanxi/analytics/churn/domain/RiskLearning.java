package io.guanxi.analytics.churn.domain;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.table.domain.Table;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Learns how risk follows from behaviour, and tries on months that are over how well that would have worked.
 *
 * <p>The latest month whose outcome is known is held out for calibration. The formula is learned from the months whose
 * outcome was known by then. So it is calibrated, and judged, on outcomes that nobody could have learned from.
 */
public final class RiskLearning {

    private static final int LONGEST_MONTH = 31;

    private final Table table;
    private final List<LocalDate> months;
    private final RiskParameters parameters;
    private final Conversion conversion;
    private final LocalDate asOf;

    public RiskLearning(Snapshots snapshots) {
        this.table = snapshots.rows().table();
        this.parameters = snapshots.parameters();
        this.conversion = snapshots.conversion();
        this.asOf = snapshots.asOf();
        this.months = snapshots.days().stream().filter(this::hasRows).toList();
    }

    private boolean hasRows(LocalDate day) {
        for (int row = 0; row < table.rows(); row++) {
            if (table.at(row, Snapshots.DAY) == day.toEpochDay()) {
                return true;
            }
        }
        return false;
    }

    /** From all outcomes that were known at the end of the snapshots' day. */
    public RiskFit learn() {
        return learn(asOf);
    }

    /** The month-ends whose outcome is known, ascending; each can be asked for by {@link #backTest}. */
    public List<LocalDate> months() {
        return months;
    }

    /**
     * What would have been learned on a month-end, from what was known then, and how well it told what came after.
     *
     * @param month one of {@link #months()}
     */
    public BackTested backTest(LocalDate month) {
        return switch (learn(month)) {
            case RiskFit.NotFitted not -> new BackTested.NotTested(month, not);
            case RiskFit.Fitted fitted -> tested(month, fitted);
        };
    }

    private BackTested tested(LocalDate month, RiskFit.Fitted fitted) {
        MonthRows after = MonthRows.of(table, month, month);
        double[] guesses = new double[after.size()];
        Arrays.fill(guesses, (double) fitted.lapsed() / fitted.rows());
        return new BackTested.Tested(
                month,
                fitted.learnedTo(),
                quality(logOdds(fitted.formula(), after), fitted.formula().calibration(), after),
                Quality.of(guesses, after.lapsed()).logLoss());
    }

    private static double[] logOdds(RiskFormula formula, MonthRows rows) {
        double[] all = new double[rows.size()];
        for (int row = 0; row < all.length; row++) {
            double logOdds = formula.intercept();
            for (int at = 0; at < formula.terms().size(); at++) {
                RiskFormula.Term term = formula.terms().get(at);
                logOdds += term.coefficient() * (rows.features()[at][row] - term.mean()) / term.scale();
            }
            all[row] = logOdds;
        }
        return all;
    }

    private static Quality quality(double[] logOdds, Platt calibration, MonthRows rows) {
        double[] risks = new double[logOdds.length];
        for (int row = 0; row < risks.length; row++) {
            risks[row] = Odds.probability(calibration.corrected(logOdds[row]));
        }
        return Quality.of(risks, rows.lapsed());
    }

    private RiskFit learn(LocalDate day) {
        LocalDate heldOut = lastKnownBy(day);
        LocalDate to = heldOut == null ? null : lastKnownBy(heldOut);
        if (heldOut == null || to == null) {
            return new RiskFit.NotFitted(
                    "too-few-months",
                    "It takes a month to learn from, the horizon, a month to hold out, and the horizon again, in days.",
                    months.isEmpty() ? 0 : ChronoUnit.DAYS.between(months.getFirst(), day),
                    2.0 * parameters.horizonDays() + LONGEST_MONTH);
        }
        MonthRows rows = MonthRows.of(table, months.getFirst(), to);
        RiskFit.NotFitted tooFew = tooFew(rows);
        if (tooFew != null) {
            return tooFew;
        }
        Standardised standardised = Standardised.inPlace(rows.features());
        LogisticFit fit = LogisticFit.of(rows.features(), rows.lapsed(), parameters.ridge());
        if (!fit.converged()) {
            return new RiskFit.NotFitted(
                    "did-not-converge",
                    "The gradient is still too large after %d iterations.".formatted(fit.iterations()),
                    fit.gradientNorm(),
                    LogisticFit.TOLERANCE);
        }
        RiskFormula plain = new RiskFormula(
                parameters.horizonDays(), conversion, standardised.terms(fit.weights()), fit.weights()[0], Platt.NONE);
        return calibrated(plain, fit, rows, to, heldOut);
    }

    private RiskFit calibrated(RiskFormula plain, LogisticFit fit, MonthRows rows, LocalDate to, LocalDate heldOut) {
        MonthRows later = MonthRows.of(table, heldOut, heldOut);
        double[] logOdds = logOdds(plain, later);
        boolean enough = tooFew(later) == null;
        Platt calibration = enough ? Platt.of(logOdds, later.lapsed()) : Platt.NONE;
        if (calibration.slope() <= 0) {
            return new RiskFit.NotFitted(
                    "no-better-than-chance",
                    "On the month that was held out, a higher risk did not mean that more customers stayed away.",
                    calibration.slope(),
                    0);
        }
        return new RiskFit.Fitted(
                plain.with(calibration),
                months.getFirst(),
                to,
                heldOut,
                rows.size(),
                (long) rows.lapses(),
                table.share(),
                fit.iterations(),
                fit.converged(),
                fit.gradientNorm(),
                fit.loss(),
                enough,
                quality(logOdds, Platt.NONE, later),
                quality(logOdds, calibration, later));
    }

    private RiskFit.@Nullable NotFitted tooFew(MonthRows rows) {
        int least = parameters.leastOfEach();
        if (rows.lapses() < least) {
            return new RiskFit.NotFitted(
                    "too-few-lapses", "Hardly anybody stayed away in the months that are over.", rows.lapses(), least);
        }
        if (rows.returns() < least) {
            return new RiskFit.NotFitted(
                    "too-few-returns", "Hardly anybody came back in the months that are over.", rows.returns(), least);
        }
        return null;
    }

    private @Nullable LocalDate lastKnownBy(LocalDate day) {
        return months.reversed().stream()
                .filter(month -> knownBy(month, day))
                .findFirst()
                .orElse(null);
    }

    private boolean knownBy(LocalDate month, LocalDate day) {
        return !month.plusDays(parameters.horizonDays()).isAfter(day);
    }
}
