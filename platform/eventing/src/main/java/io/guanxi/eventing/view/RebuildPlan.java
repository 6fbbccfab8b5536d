package io.guanxi.eventing.view;

import org.bson.Document;

/**
 * Where a rebuild stands; stored, so that it goes on after a restart.
 *
 * @param request grows with each request, so that a plan that was asked for anew is another plan
 * @param position the last event that is folded into the new documents
 * @param key the last document that is published anew
 */
record RebuildPlan(String view, long request, Phase phase, long position, String key) {

    enum Phase {
        /** The new documents are computed beside the present ones. */
        FOLDING,
        /** The new documents are about to take the place of the present ones. */
        SWAPPING,
        /** The state of all documents is published. */
        PUBLISHING
    }

    static RebuildPlan read(Document stored) {
        return new RebuildPlan(
                stored.getString("_id"),
                stored.getLong("request"),
                Phase.valueOf(stored.getString("phase")),
                stored.getLong("position"),
                stored.getString("key"));
    }

    Document state() {
        return new Document("phase", phase.name()).append("position", position).append("key", key);
    }

    RebuildPlan at(Phase next) {
        return new RebuildPlan(view, request, next, position, key);
    }

    RebuildPlan folded(long newPosition) {
        return new RebuildPlan(view, request, phase, newPosition, key);
    }

    RebuildPlan published(String newKey) {
        return new RebuildPlan(view, request, phase, position, newKey);
    }
}
