package io.guanxi.customer.file.process;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import org.bson.Document;

/** Remembers which review was done last, so that one that was cut short or slept through is made up for. */
interface ReviewDiary {

    /** When the last review was due that was done; {@code now} at the very first question, from which on reviews count. */
    Instant lastDone(Instant now);

    void done(Instant due);

    /** In the collection {@code schedules}, one document. */
    static ReviewDiary in(MongoDatabase database) {
        MongoCollection<Document> schedules = database.getCollection("schedules");
        var here = eq("_id", "life-cycle-review");
        return new ReviewDiary() {

            @Override
            public Instant lastDone(Instant now) {
                var begun = Updates.setOnInsert("done", now.toString());
                schedules.updateOne(here, begun, new UpdateOptions().upsert(true));
                var written = schedules.find(here).first();
                return written == null ? now : Instant.parse(written.getString("done"));
            }

            @Override
            public void done(Instant due) {
                schedules.updateOne(here, Updates.set("done", due.toString()));
            }
        };
    }
}
