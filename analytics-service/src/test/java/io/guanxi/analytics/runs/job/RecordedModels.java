package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.models.domain.ModelBook;
import io.guanxi.analytics.models.domain.ModelCommand;
import io.guanxi.analytics.models.domain.ModelDecider;
import io.guanxi.analytics.models.domain.ModelEvent;
import io.guanxi.analytics.models.domain.ModelRejection;
import io.guanxi.analytics.models.domain.Versions;
import io.guanxi.analytics.picture.domain.InForceHistory;
import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Origin;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Models in memory, decided as they are in the log. */
final class RecordedModels implements ModelDesk {

    private ModelBook book = ModelBook.empty();
    private Versions versions = Versions.NONE;

    /** Of a tenant that sells for dollars, measured on a day. */
    RecordedModels(LocalDate measured) {
        versions = versions.withBoundaries(
                7,
                new Boundaries(
                        measured,
                        400,
                        "USD",
                        List.of(10L, 60L, 200L, 400L),
                        List.of(1L, 1L, 2L, 4L),
                        List.of(amount("20"), amount("40"), amount("90"), amount("200"))));
    }

    private RecordedModels() {}

    /** Of a tenant of whom nothing was measured. */
    static RecordedModels nothing() {
        return new RecordedModels();
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }

    @Override
    public InForceHistory versions(String tenant) {
        return versions;
    }

    @Override
    public Optional<LocalDate> latestDay(String tenant) {
        return Optional.ofNullable(versions.latestDay());
    }

    @Override
    public ModelBook book(String tenant) {
        return book;
    }

    @Override
    public ModelBook record(String tenant, ModelCommand command, Origin origin, Instant happened) {
        Decision<ModelEvent, ModelRejection> decision = ModelDecider.decide(book, command);
        switch (decision) {
            case Decision.Refused<ModelEvent, ModelRejection> refused -> throw new CommandRefused(refused.reason());
            case Decision.Accepted<ModelEvent, ModelRejection> accepted ->
                accepted.events().forEach(this::add);
        }
        return book;
    }

    private void add(ModelEvent event) {
        book = ModelBook.evolve(book, event);
        versions = versions.with(event);
    }
}
