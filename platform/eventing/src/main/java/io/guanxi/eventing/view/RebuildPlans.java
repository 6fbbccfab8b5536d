package io.guanxi.eventing.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import io.guanxi.eventing.view.RebuildPlan.Phase;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The rebuilds that were asked for and are not done yet, in {@code view_rebuilds}. */
final class RebuildPlans {

    private final MongoCollection<Document> collection;

    RebuildPlans(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    void request(String view) {
        Document start = RebuildPlan.asked(view, 0).state();
        collection.updateOne(
                eq("_id", view),
                new Document("$set", start).append("$inc", new Document("request", 1L)),
                new UpdateOptions().upsert(true));
    }

    Optional<RebuildPlan> find(String view) {
        return Optional.ofNullable(collection.find(eq("_id", view)).first())
                .map(RebuildPlan::read)
                .filter(plan -> plan.phase() != Phase.DONE);
    }

    /** Has no effect if it was asked for anew, or somebody else is at it. */
    void save(RebuildPlan plan) {
        collection.updateOne(same(plan), new Document("$set", plan.state()));
    }

    /** Has no effect if it is not as it was read. */
    void take(RebuildPlan read, RebuildPlan taken) {
        collection.updateOne(
                and(same(read), eq("phase", read.phase().name())),
                new Document("$set", taken.state().append("request", taken.request())));
    }

    /** Its document stays, so that no number of a request is used twice. */
    void done(RebuildPlan plan) {
        save(plan.at(Phase.DONE));
    }

    private static Bson same(RebuildPlan plan) {
        return and(eq("_id", plan.view()), eq("request", plan.request()), eq("owner", plan.owner()));
    }
}
