package io.guanxi.eventing.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import io.guanxi.eventing.follow.EventSource;
import java.util.Optional;
import org.bson.Document;

/** The rebuilds that were asked for and are not done yet, in {@code view_rebuilds}. */
final class RebuildPlans {

    private final MongoCollection<Document> collection;

    RebuildPlans(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    void request(String view) {
        Document start = new RebuildPlan(view, 0, RebuildPlan.Phase.FOLDING, EventSource.NOTHING, "").state();
        collection.updateOne(
                eq("_id", view),
                new Document("$set", start).append("$inc", new Document("request", 1L)),
                new UpdateOptions().upsert(true));
    }

    Optional<RebuildPlan> find(String view) {
        return Optional.ofNullable(collection.find(eq("_id", view)).first()).map(RebuildPlan::read);
    }

    /** Has no effect if it was asked for anew meanwhile. */
    void save(RebuildPlan plan) {
        collection.updateOne(same(plan), new Document("$set", plan.state()));
    }

    void done(RebuildPlan plan) {
        collection.deleteOne(same(plan));
    }

    private static org.bson.conversions.Bson same(RebuildPlan plan) {
        return and(eq("_id", plan.view()), eq("request", plan.request()));
    }
}
