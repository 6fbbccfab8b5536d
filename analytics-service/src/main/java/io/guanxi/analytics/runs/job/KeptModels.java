package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.measuring.stream.ValueQuestions;
import io.guanxi.analytics.models.command.Models;
import io.guanxi.analytics.models.domain.ModelBook;
import io.guanxi.analytics.models.domain.ModelCommand;
import io.guanxi.analytics.picture.domain.InForceHistory;
import io.guanxi.kernel.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Versions as this instance has them in force, and the log where new ones are recorded. */
final class KeptModels implements ModelDesk {

    private final Models models;
    private final ValueQuestions questions;

    KeptModels(Models models, ValueQuestions questions) {
        this.models = models;
        this.questions = questions;
    }

    @Override
    public InForceHistory versions(String tenant) {
        return questions.versions(tenant);
    }

    @Override
    public Optional<LocalDate> latestDay(String tenant) {
        return Optional.ofNullable(questions.versions(tenant).versions().latestDay());
    }

    @Override
    public ModelBook book(String tenant) {
        return models.of(tenant);
    }

    @Override
    public ModelBook record(String tenant, ModelCommand command, Origin origin, Instant happened) {
        return models.record(tenant, command, origin, happened);
    }
}
