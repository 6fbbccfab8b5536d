package io.guanxi.analytics.value.messaging;

import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.analytics.value.domain.ScoringEvent;
import io.guanxi.analytics.value.domain.ScoringEvent.ScoreBoundariesRevised;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.relay.OutgoingEvent;
import io.guanxi.eventing.relay.Publication;
import io.guanxi.eventlog.RecordedEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What others learn of a tenant's scoring; this service's own streams learn it the same way. */
@Component
class ScoringPublication implements Publication {

    /** The body of a revision. */
    record BoundariesRevised(
            int version,
            Instant measuredAt,
            long population,
            @Nullable String currency,
            Cuts boundaries) {}

    /** Four cut points for each measure. */
    record Cuts(List<Long> recency, List<Long> frequency, List<BigDecimal> monetary) {}

    @Override
    public String name() {
        return "scoring";
    }

    @Override
    public List<OutgoingEvent> translate(RecordedEvent event) {
        return event.payload() instanceof ScoringEvent scoring
                ? List.of(
                        switch (scoring) {
                            case ScoreBoundariesRevised revised ->
                                new OutgoingEvent(
                                        Topics.CRM_ANALYTICS,
                                        event.tenant(),
                                        EventTypes.CRM_ANALYTICS_SCORE_BOUNDARIES_REVISED,
                                        body(revised));
                        })
                : List.of();
    }

    private static BoundariesRevised body(ScoreBoundariesRevised revised) {
        return new BoundariesRevised(
                revised.version(),
                revised.measuredAt().atStartOfDay().toInstant(ZoneOffset.UTC),
                revised.population(),
                revised.currency(),
                new Cuts(
                        revised.recency(),
                        revised.frequency(),
                        revised.monetary().stream().map(Amounts::shown).toList()));
    }
}
