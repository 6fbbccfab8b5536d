package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.churn.domain.RiskFit;
import io.guanxi.analytics.churn.domain.RiskLearning;
import io.guanxi.analytics.models.domain.LearnedRisk;
import io.guanxi.analytics.models.domain.ModelCommand.RecordRiskModel;
import io.guanxi.analytics.models.domain.ModelEvent.RiskModelFitted;
import io.guanxi.analytics.runs.domain.RunKind;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Learns who will not buy for some time, and puts that into force. */
final class LearningRisks implements Analysis {

    private static final String RECORD_MODEL = "record-model";

    private final RiskSamples samples;
    private final ModelDesk models;
    private final JsonMapper mapper;

    LearningRisks(RiskSamples samples, ModelDesk models, JsonMapper mapper) {
        this.samples = samples;
        this.models = models;
        this.mapper = mapper;
    }

    /** What was learned, until it is recorded. */
    record Learned(@Nullable LocalDate latestDay, LearnedRisk learned) {}

    /** What is in force. */
    record Result(int version, LocalDate effectiveFrom, RiskFit.Fitted fit) {}

    @Override
    public RunKind kind() {
        return RunKind.RISK_FIT;
    }

    @Override
    public int stages() {
        return 2;
    }

    @Override
    public Stage stage(Turn turn) {
        return turn.stage() == null ? learn(turn) : record(turn, mapper.treeToValue(turn.notes(), Learned.class));
    }

    private Stage learn(Turn turn) {
        Optional<RiskLearning> learning = samples.of(turn);
        if (learning.isEmpty()) {
            return Currencyless.REFUSED;
        }
        return switch (learning.get().learn()) {
            case RiskFit.NotFitted not ->
                new Stage.Refused(not.code(), Shortage.of(not.detail(), not.actual(), not.required()));
            case RiskFit.Fitted fitted ->
                new Stage.Next(
                        RECORD_MODEL,
                        new Learned(models.latestDay(turn.tenant()).orElse(null), new LearnedRisk(fitted)));
        };
    }

    private Stage record(Turn turn, Learned found) {
        var cause = ModelDesk.cause(turn, "risk-model");
        var book = models.record(
                turn.tenant(),
                new RecordRiskModel(cause, found.latestDay(), found.learned()),
                DoingRuns.origin(turn.tenant(), turn.run(), turn.askedBy()),
                turn.askedAt());
        RiskModelFitted version = ModelDesk.madeBy(cause, book.risks());
        RiskFit.Fitted fit = found.learned().fit();
        turn.keeping().result(new Result(version.version(), version.effectiveFrom(), fit));
        return new Summary()
                .with("modelVersion", version.version())
                .with("effectiveFrom", version.effectiveFrom())
                .with("learnedTo", fit.learnedTo())
                .with("heldOut", fit.heldOut())
                .with("rows", fit.rows())
                .with("auc", fit.after().auc())
                .with("brier", fit.after().brier())
                .finished();
    }
}
