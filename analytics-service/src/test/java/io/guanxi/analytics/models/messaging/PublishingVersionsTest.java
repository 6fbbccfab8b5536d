package io.guanxi.analytics.models.messaging;

import static io.guanxi.analytics.models.domain.SomeModels.MARCH;
import static io.guanxi.analytics.models.domain.SomeModels.cause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.guanxi.analytics.models.domain.Versions;
import io.guanxi.analytics.segment.domain.ConditionRow;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.publish.EventingJson;
import io.guanxi.eventing.relay.OutgoingEvent;
import io.guanxi.eventlog.RecordedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishingVersionsTest {

    private static final String NAME = "big-spenders";

    static Stream<ModelEvent> versions() {
        return Stream.of(
                new LifetimeModelFitted(cause("c-1"), 1, MARCH, SomeModels.withEverything()),
                new LifetimeModelFitted(cause("c-1"), 1, MARCH, SomeModels.lifetime(MARCH, 0.1 + 0.2)),
                new RiskModelFitted(cause("c-1"), 1, MARCH, SomeModels.risk(MARCH, 1.0 / 3)),
                new ClustersFound(cause("c-1"), 1, MARCH, SomeModels.clusters(MARCH, 2.0 / 3)),
                new PyramidRulePublished(cause("c-1"), 1, MARCH, SomeModels.pyramid("500.00")),
                new PyramidRulePublished(
                        cause("c-1"), 1, MARCH, SomeModels.pyramid("500.00", SomeModels.measured(MARCH))),
                new SegmentSwitched(
                        cause("c-1"), NAME, 2, 1, MARCH, "Big spenders", ConditionRow.of(SomeModels.ofEveryKind())),
                new SegmentRetired(cause("c-1"), NAME, 3, 1, MARCH));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void a_version_is_published_under_its_tenant_as_the_contract_says(ModelEvent event) {
        OutgoingEvent outgoing = published(event).getFirst();
        assertThat(outgoing.topic()).isEqualTo(Topics.CRM_ANALYTICS);
        assertThat(outgoing.key()).isEqualTo("acme");
        assertThat(SchemaCatalogue.published().validate(outgoing.type(), body(outgoing)))
                .isEmpty();
        assertThat(new String(body(outgoing), StandardCharsets.UTF_8))
                .as("who wanted it and why")
                .doesNotContain("\"li\"", "as agreed");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whoever_reads_it_judges_by_the_very_same_numbers(ModelEvent event) {
        OutgoingEvent outgoing = published(event).getFirst();
        Versions read = PublishedVersions.add(Versions.NONE, outgoing.type(), body(outgoing));
        assertThat(PublishedVersions.carries(outgoing.type())).isTrue();
        assertThat(read.on(MARCH)).isEqualTo(Versions.NONE.with(event).on(MARCH));
        assertThat(read.on(MARCH.minusDays(1)))
                .isEqualTo(Versions.NONE.with(event).on(MARCH.minusDays(1)));
        assertThat(read.generation()).isEqualTo(1);
    }

    @Test
    void drafts_are_nobodys_business() {
        assertThat(published(new SegmentDrafted(cause("c-1"), NAME, 1, "T", ConditionRow.of(SomeModels.ofEveryKind()))))
                .isEmpty();
        assertThat(published(new SegmentDraftDiscarded(cause("c-1"), NAME, 2))).isEmpty();
    }

    @Test
    void the_samples_of_the_contract_can_be_read() {
        for (String type : EventTypes.all()) {
            if (PublishedVersions.carries(type)) {
                for (String sample : List.of("full", "minimal")) {
                    Versions read = PublishedVersions.add(Versions.NONE, type, sample(type, sample));
                    assertThat(read.generation()).as(type + " " + sample).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void a_body_that_makes_no_sense_is_refused() {
        byte[] body = "{\"version\":1}".getBytes(StandardCharsets.UTF_8);
        for (String type : EventTypes.all()) {
            if (PublishedVersions.carries(type)) {
                assertThatThrownBy(() -> PublishedVersions.add(Versions.NONE, type, body))
                        .as(type)
                        .isInstanceOf(RuntimeException.class);
            }
        }
        assertThat(PublishedVersions.carries(EventTypes.CRM_ANALYTICS_GRADE_CHANGED))
                .isFalse();
        assertThat(PublishedVersions.carries(null)).isFalse();
    }

    private static byte[] sample(String type, String name) {
        String path = "/samples/%s/%s.json".formatted(type, name);
        try (var file = PublishingVersionsTest.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(file, path).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] body(OutgoingEvent outgoing) {
        return EventingJson.mapper().writeValueAsBytes(outgoing.body());
    }

    private static List<OutgoingEvent> published(ModelEvent event) {
        return new ModelPublication()
                .translate(new RecordedEvent(
                        "e1",
                        "acme/models",
                        2,
                        17,
                        "models.event",
                        event,
                        "acme",
                        SomeModels.AT,
                        SomeModels.AT,
                        "c",
                        null,
                        null,
                        null));
    }
}
