package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.cohort.domain.CohortParameters;
import io.guanxi.analytics.cohort.domain.Span;
import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.report.Reports;
import io.guanxi.analytics.report.domain.CohortReport;
import io.guanxi.analytics.runs.domain.RunKind;
import io.guanxi.analytics.runs.domain.RunParameters;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Follows the customers who first bought in the same month or week. */
final class FollowingCohorts implements Analysis {

    private final Reports reports;

    FollowingCohorts(Reports reports) {
        this.reports = reports;
    }

    @Override
    public RunKind kind() {
        return RunKind.COHORTS;
    }

    @Override
    public int stages() {
        return 1;
    }

    @Override
    public Stage stage(Turn turn) {
        Optional<Conversion> conversion = reports.comparison(turn.tenant(), turn.asOf());
        if (conversion.isEmpty()) {
            return Currencyless.REFUSED;
        }
        CohortReport report = reports.cohorts(
                turn.tenant(), parameters(turn.parameters(), turn.asOf()), conversion.get(), turn.asOf());
        turn.keeping().result(report);
        return new Summary()
                .with("cohorts", report.cohorts().size())
                .with("customers", report.overall().customers())
                .with("repurchaseRate", report.overall().repurchase().withinRate())
                .finished();
    }

    private static CohortParameters parameters(RunParameters parameters, LocalDate asOf) {
        Span span = Span.valueOf(parameters.text("by").toUpperCase(Locale.ROOT));
        int periods = parameters.whole("periods");
        LocalDate from = parameters
                .dayIfAny("from")
                .orElseGet(() -> span == Span.MONTH ? asOf.minusMonths(periods) : asOf.minusWeeks(periods));
        return new CohortParameters(span, from, periods, parameters.whole("repurchaseDays"));
    }
}
