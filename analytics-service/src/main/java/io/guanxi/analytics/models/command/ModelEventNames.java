package io.guanxi.analytics.models.command;

import io.guanxi.analytics.models.domain.ModelEvent.ClustersFound;
import io.guanxi.analytics.models.domain.ModelEvent.LifetimeModelFitted;
import io.guanxi.analytics.models.domain.ModelEvent.PyramidRulePublished;
import io.guanxi.analytics.models.domain.ModelEvent.RiskModelFitted;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentDraftDiscarded;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentDrafted;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentRetired;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentSwitched;
import io.guanxi.eventlog.EventCatalogue;

/** The names under which the events of models, rules and segments are stored for ever. */
public final class ModelEventNames {

    private ModelEventNames() {}

    public static EventCatalogue.Builder addTo(EventCatalogue.Builder catalogue) {
        return catalogue
                .event("models.lifetime-model-fitted", LifetimeModelFitted.class)
                .event("models.risk-model-fitted", RiskModelFitted.class)
                .event("models.clusters-found", ClustersFound.class)
                .event("models.pyramid-rule-published", PyramidRulePublished.class)
                .event("models.segment-drafted", SegmentDrafted.class)
                .event("models.segment-draft-discarded", SegmentDraftDiscarded.class)
                .event("models.segment-switched", SegmentSwitched.class)
                .event("models.segment-retired", SegmentRetired.class);
    }
}
