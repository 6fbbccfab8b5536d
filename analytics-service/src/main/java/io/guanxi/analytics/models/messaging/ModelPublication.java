package io.guanxi.analytics.models.messaging;

import io.guanxi.analytics.models.domain.ModelEvent;
import io.guanxi.analytics.models.domain.ModelEvent.ClustersFound;
import io.guanxi.analytics.models.domain.ModelEvent.LifetimeModelFitted;
import io.guanxi.analytics.models.domain.ModelEvent.PyramidRulePublished;
import io.guanxi.analytics.models.domain.ModelEvent.RiskModelFitted;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentDraftDiscarded;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentDrafted;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentRetired;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentSwitched;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.relay.OutgoingEvent;
import io.guanxi.eventing.relay.Publication;
import io.guanxi.eventlog.RecordedEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/** What others learn of versions; this service's own streams learn it the same way. Drafts are nobody's business. */
@Component
class ModelPublication implements Publication {

    @Override
    public String name() {
        return "models";
    }

    @Override
    public List<OutgoingEvent> translate(RecordedEvent event) {
        return event.payload() instanceof ModelEvent model ? translate(model, event.tenant()) : List.of();
    }

    private static List<OutgoingEvent> translate(ModelEvent event, String tenant) {
        return switch (event) {
            case LifetimeModelFitted e ->
                told(tenant, EventTypes.CRM_ANALYTICS_LIFETIME_MODEL_FITTED, ModelBodies.Lifetime.of(e));
            case RiskModelFitted e -> told(tenant, EventTypes.CRM_ANALYTICS_RISK_MODEL_FITTED, ModelBodies.Risk.of(e));
            case ClustersFound e -> told(tenant, EventTypes.CRM_ANALYTICS_CLUSTERS_FOUND, ModelBodies.Clusters.of(e));
            case PyramidRulePublished e ->
                told(tenant, EventTypes.CRM_ANALYTICS_PYRAMID_RULE_PUBLISHED, RuleBodies.Pyramid.of(e));
            case SegmentSwitched e ->
                told(tenant, EventTypes.CRM_ANALYTICS_SEGMENT_SWITCHED, RuleBodies.Switched.of(e));
            case SegmentRetired e -> told(tenant, EventTypes.CRM_ANALYTICS_SEGMENT_RETIRED, RuleBodies.Retired.of(e));
            case SegmentDrafted e -> List.of();
            case SegmentDraftDiscarded e -> List.of();
        };
    }

    private static List<OutgoingEvent> told(String tenant, String type, Object body) {
        return List.of(new OutgoingEvent(Topics.CRM_ANALYTICS, tenant, type, body));
    }
}
