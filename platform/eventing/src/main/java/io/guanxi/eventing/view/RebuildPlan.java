package io.guanxi.eventing.view;

import io.guanxi.eventing.follow.EventSource;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Where a rebuild stands; stored, so that it goes on after a restart.
 *
 * @param request grows with each request and with each new beginning, and is never used twice; it names the new collection
 * @param owner who is at it; null if nobody has begun
 * @param position the last event that is folded into the new documents
 * @param key the last document that is published anew
 */
record RebuildPlan(String view, long request, @Nullable String owner, Phase phase, long position, String key) {

    enum Phase {
        /** The new documents are computed beside the present ones. */
        FOLDING,
        /** The new documents are about to take the place of the present ones. */
        SWAPPING,
        /** The state of all documents is published. */
        PUBLISHING,
        /** Nothing is left to do. */
        DONE
    }

    static RebuildPlan read(Document stored) {
        return new RebuildPlan(
                stored.getString("_id"),
                stored.getLong("request"),
                stored.getString("owner"),
                Phase.valueOf(stored.getString("phase")),
                stored.getLong("position"),
                stored.getString("key"));
    }

    static RebuildPlan asked(String view, long request) {
        return new RebuildPlan(view, request, null, Phase.FOLDING, EventSource.NOTHING, "");
    }

    /**
     * The plan of somebody who goes on after another one. What that one began is given up with its collection: it may be
     * paused, and may yet write there. Only what comes after the swap can be gone on with.
     */
    RebuildPlan takenBy(String newOwner) {
        return phase == Phase.PUBLISHING
                ? new RebuildPlan(view, request, newOwner, phase, position, key)
                : new RebuildPlan(
                        view, owner == null ? request : request + 1, newOwner, Phase.FOLDING, EventSource.NOTHING, "");
    }

    Document state() {
        return new Document("owner", owner)
                .append("phase", phase.name())
                .append("position", position)
                .append("key", key);
    }

    RebuildPlan at(Phase next) {
        return new RebuildPlan(view, request, owner, next, position, key);
    }

    RebuildPlan folded(long newPosition) {
        return new RebuildPlan(view, request, owner, phase, newPosition, key);
    }

    RebuildPlan published(String newKey) {
        return new RebuildPlan(view, request, owner, phase, position, newKey);
    }
}
