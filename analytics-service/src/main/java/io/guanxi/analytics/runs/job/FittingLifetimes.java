package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.lifetime.domain.FitResult;
import io.guanxi.analytics.lifetime.domain.FitResult.Fitted;
import io.guanxi.analytics.lifetime.domain.FitResult.NotFitted;
import io.guanxi.analytics.lifetime.domain.Fitting;
import io.guanxi.analytics.lifetime.domain.OrderFamily;
import io.guanxi.analytics.lifetime.domain.OrderModel;
import io.guanxi.analytics.lifetime.domain.SpendModel;
import io.guanxi.analytics.models.domain.LifetimeFit;
import io.guanxi.analytics.models.domain.ModelCommand.RecordLifetimeModel;
import io.guanxi.analytics.models.domain.ModelEvent.LifetimeModelFitted;
import io.guanxi.analytics.population.Population;
import io.guanxi.analytics.runs.domain.RunKind;
import io.guanxi.analytics.runs.domain.RunParameters;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fits a lifetime model to all customers, puts it into force, and then cuts the pyramid's thresholds anew if they are measured
 * or there are none yet.
 */
final class FittingLifetimes implements Analysis {

    static final String RECORD_MODEL = "record-model";
    static final String CUT_THRESHOLDS = "cut-thresholds";
    static final String PUBLISH_RULE = "publish-rule";

    private final Population population;
    private final ModelDesk models;
    private final CuttingThresholds thresholds;
    private final JsonMapper mapper;

    FittingLifetimes(Population population, ModelDesk models, CuttingThresholds thresholds, JsonMapper mapper) {
        this.population = population;
        this.models = models;
        this.thresholds = thresholds;
        this.mapper = mapper;
    }

    /**
     * What was fitted, until it is recorded.
     *
     * @param latestDay of the tenant's events when it was fitted; null if nothing was measured
     * @param spendFault why there is no model of amounts; null if there is one
     */
    record Fit(
            @Nullable LocalDate latestDay,
            LifetimeFit fit,
            @Nullable String spendFault) {}

    /** @param version of the model that is in force */
    record Recorded(Fit fitted, int version, LocalDate effectiveFrom) {}

    @Override
    public RunKind kind() {
        return RunKind.LIFETIME_FIT;
    }

    @Override
    public int stages() {
        return 4;
    }

    @Override
    public Stage stage(Turn turn) {
        String stage = Objects.requireNonNullElse(turn.stage(), "");
        return switch (stage) {
            case "" -> fit(turn);
            case RECORD_MODEL -> record(turn, mapper.treeToValue(turn.notes(), Fit.class));
            case CUT_THRESHOLDS -> thresholds.cut(turn, mapper.treeToValue(turn.notes(), Recorded.class));
            case PUBLISH_RULE ->
                thresholds.publish(turn, mapper.treeToValue(turn.notes(), CuttingThresholds.Cut.class));
            default -> throw new IllegalStateException("stage of a fit: " + stage);
        };
    }

    private Stage fit(Turn turn) {
        RunParameters parameters = turn.parameters();
        Conversion present = models.comparison(turn.tenant(), turn.asOf()).orElse(null);
        String currency = parameters.textIfAny("currency").orElse(present == null ? null : present.currency());
        if (currency == null) {
            return Currencyless.REFUSED;
        }
        Conversion conversion =
                present != null && present.currency().equals(currency) ? present : Conversion.only(currency);
        LifetimeSamples samples = new LifetimeSamples(
                parameters.day("calibrationEnd"),
                parameters.dayIfAny("holdOutEnd").orElse(null),
                conversion);
        population.scan(turn.tenant(), member -> samples.add(member.history().purchases()));
        OrderFamily family = OrderFamily.of(parameters.text("family")).orElseThrow();
        Fitting fitting = new Fitting(parameters.whole("leastRepeatBuyers"));
        return switch (fitting.fit(family, samples.calibration())) {
            case NotFitted<OrderModel> not ->
                new Stage.Refused(not.why().code(), Shortage.of(not.detail(), not.actual(), not.required()));
            case Fitted<OrderModel> orders -> fitted(turn, samples, orders, fitting.fit(samples.spend()));
        };
    }

    private Stage fitted(Turn turn, LifetimeSamples samples, Fitted<OrderModel> orders, FitResult<SpendModel> spend) {
        LifetimeFit fit =
                FittedForms.lifetime(samples, orders, spend, turn.parameters().decimal("annualDiscount"));
        String fault = spend instanceof NotFitted<SpendModel> not ? not.why().code() : null;
        return new Stage.Next(
                RECORD_MODEL, new Fit(models.latestDay(turn.tenant()).orElse(null), fit, fault));
    }

    private Stage record(Turn turn, Fit fitted) {
        var cause = ModelDesk.cause(turn, "lifetime-model");
        var book = models.record(
                turn.tenant(),
                new RecordLifetimeModel(cause, fitted.latestDay(), fitted.fit()),
                DoingRuns.origin(turn.tenant(), turn.run(), turn.askedBy()),
                turn.askedAt());
        LifetimeModelFitted version = ModelDesk.madeBy(cause, book.lifetimes());
        return new Stage.Next(CUT_THRESHOLDS, new Recorded(fitted, version.version(), version.effectiveFrom()));
    }
}
