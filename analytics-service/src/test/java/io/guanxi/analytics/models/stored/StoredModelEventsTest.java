package io.guanxi.analytics.models.stored;

import static io.guanxi.analytics.models.domain.SomeModels.AT;
import static io.guanxi.analytics.models.domain.SomeModels.MARCH;
import static io.guanxi.analytics.models.domain.SomeModels.cause;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.models.command.ModelEventNames;
import io.guanxi.analytics.models.domain.Cause;
import io.guanxi.analytics.models.domain.Measured;
import io.guanxi.analytics.models.domain.ModelBook;
import io.guanxi.analytics.models.domain.ModelEvent;
import io.guanxi.analytics.models.domain.ModelEvent.ClustersFound;
import io.guanxi.analytics.models.domain.ModelEvent.LifetimeModelFitted;
import io.guanxi.analytics.models.domain.ModelEvent.PyramidRulePublished;
import io.guanxi.analytics.models.domain.ModelEvent.RiskModelFitted;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentDraftDiscarded;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentDrafted;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentRetired;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentSwitched;
import io.guanxi.analytics.models.domain.SomeModels;
import io.guanxi.analytics.segment.domain.ConditionRow;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.test.ApprovedFiles;
import io.guanxi.test.EventJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is stored is read for ever. */
class StoredModelEventsTest {

    private static final EventCatalogue CATALOGUE =
            ModelEventNames.addTo(EventCatalogue.builder()).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Cause UNEXPLAINED = new Cause("c-1", AT, "li", null);
    private static final String NAME = "big-spenders";

    private final ApprovedFiles files = new ApprovedFiles();

    @TestFactory
    Stream<DynamicTest> everyEventKeepsItsJson() {
        return EventJson.of(
                        ModelEvent.class,
                        CATALOGUE::toJson,
                        (json, type) -> type.cast(CATALOGUE.fromJson(CATALOGUE.nameOf(type), json)))
                .sample(
                        new LifetimeModelFitted(cause("c-1"), 2, MARCH, SomeModels.withEverything()),
                        new LifetimeModelFitted(UNEXPLAINED, 1, MARCH, SomeModels.lifetime(MARCH, 0.2426)))
                .sample(
                        new RiskModelFitted(cause("c-1"), 1, MARCH, SomeModels.risk(MARCH, 0.41)),
                        new RiskModelFitted(UNEXPLAINED, 1, MARCH, SomeModels.risk(MARCH, 0.41)))
                .sample(
                        new ClustersFound(cause("c-1"), 1, MARCH, SomeModels.clusters(MARCH, 0.25)),
                        new ClustersFound(UNEXPLAINED, 1, MARCH, SomeModels.clusters(MARCH, 0.25)))
                .sample(
                        new PyramidRulePublished(
                                cause("c-1"), 3, MARCH, SomeModels.pyramid("500.00", SomeModels.measured(MARCH))),
                        new PyramidRulePublished(UNEXPLAINED, 1, MARCH, SomeModels.pyramid("500.00")))
                .sample(
                        new SegmentDrafted(
                                cause("c-1"), NAME, 1, "Big spenders", ConditionRow.of(SomeModels.ofEveryKind())),
                        new SegmentDrafted(
                                UNEXPLAINED, NAME, 1, "Big spenders", ConditionRow.of(SomeModels.spentAtLeast("200"))))
                .sample(
                        new SegmentDraftDiscarded(cause("c-1"), NAME, 2),
                        new SegmentDraftDiscarded(UNEXPLAINED, NAME, 2))
                .sample(
                        new SegmentSwitched(
                                cause("c-1"),
                                NAME,
                                2,
                                1,
                                MARCH,
                                "Big spenders",
                                ConditionRow.of(SomeModels.ofEveryKind())),
                        new SegmentSwitched(
                                UNEXPLAINED,
                                NAME,
                                2,
                                1,
                                MARCH,
                                "Big spenders",
                                ConditionRow.of(SomeModels.spentAtLeast("200"))))
                .sample(
                        new SegmentRetired(cause("c-1"), NAME, 3, 1, MARCH),
                        new SegmentRetired(UNEXPLAINED, NAME, 3, 1, MARCH))
                .tests();
    }

    @Test
    void thresholdsMeasuredWithoutAModelAreReadAsTheyWere() {
        ModelEvent published = new PyramidRulePublished(
                UNEXPLAINED,
                1,
                MARCH,
                SomeModels.pyramid("5", new Measured(MARCH, 10, new BigDecimal("0.2"), new BigDecimal("0.2"), null)));
        assertThat(CATALOGUE.fromJson(CATALOGUE.nameOf(published.getClass()), CATALOGUE.toJson(published)))
                .isEqualTo(published);
    }

    @Test
    void aStreamGivesTheSameStateForEver() {
        ModelBook book = ModelBook.empty();
        for (ModelEvent event : stream()) {
            book = ModelBook.evolve(book, event);
        }
        String state = CATALOGUE.mapper().writeValueAsString(book);
        files.checkJson("streams/models.state.json", state);
        assertThat(CATALOGUE.mapper().readValue(state, ModelBook.class))
                .as("a snapshot is read as it was")
                .isEqualTo(book);
    }

    @Test
    void theStreamHasEveryKindOfEvent() {
        var seen = new HashSet<Class<?>>();
        stream().forEach(event -> seen.add(event.getClass()));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(CATALOGUE.classes().values());
    }

    private List<ModelEvent> stream() {
        var events = new ArrayList<ModelEvent>();
        for (JsonNode stored : JSON.readTree(files.read("streams/models.json"))) {
            events.add((ModelEvent) CATALOGUE.fromJson(
                    stored.get("name").stringValue(), stored.get("body").toString()));
        }
        return events;
    }
}
