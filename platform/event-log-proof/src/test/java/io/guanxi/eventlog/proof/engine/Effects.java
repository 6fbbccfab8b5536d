package io.guanxi.eventlog.proof.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.guanxi.eventlog.token.Fence;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.bson.Document;

/**
 * What followers do about events: they count them. Where a claim has a fence, a document for each segment, in which position,
 * count and fence are one write; elsewhere a document for each event, which is as much as can be done without positions.
 */
public final class Effects {

    private static final String SEGMENT = "segment";
    private static final String POSITION = "position";
    private static final String COUNT = "count";

    private final MongoCollection<Document> fenced;
    private final MongoCollection<Document> single;

    public Effects(MongoDatabase database) {
        fenced = database.getCollection("effects");
        single = database.getCollection("effects-by-event");
    }

    /** Before any follower starts. */
    public void prepare() {
        for (int segment = 0; segment < Segments.COUNT; segment++) {
            fenced.insertOne(new Document("_id", segment).append(POSITION, -1L).append(COUNT, 0L));
        }
    }

    /** From now on no earlier owner has an effect. */
    public void begin(Claim claim) {
        Fence fence = claim.fence();
        if (fence != null
                && fenced.updateOne(and(eq("_id", claim.segment()), fence.admits()), fence.mark())
                                .getMatchedCount()
                        == 0) {
            throw over(claim);
        }
    }

    /**
     * @return false if the event has had its effect before
     * @throws UnableToClaimTokenException if the claim is over
     */
    public boolean add(SeenEvent event, Claim claim) {
        return claim.fence() == null ? addSingle(event) : addFenced(event, claim, claim.fence());
    }

    private boolean addSingle(SeenEvent event) {
        try {
            single.insertOne(new Document("_id", event.id()).append(SEGMENT, Segments.of(event.stream())));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private boolean addFenced(SeenEvent event, Claim claim, Fence fence) {
        boolean added = fenced.updateOne(
                                and(eq("_id", claim.segment()), fence.admits(), lt(POSITION, event.position())),
                                combine(set(POSITION, event.position()), inc(COUNT, 1L), fence.mark()))
                        .getMatchedCount()
                == 1;
        if (!added && fenced.countDocuments(and(eq("_id", claim.segment()), fence.admits())) == 0) {
            throw over(claim);
        }
        return added;
    }

    private static UnableToClaimTokenException over(Claim claim) {
        return new UnableToClaimTokenException("claim " + claim.name() + " is over");
    }

    /** How many effects each segment has. */
    public Map<Integer, Long> counts() {
        Map<Integer, Long> counts = new TreeMap<>();
        fenced.find().forEach(one -> counts.merge(one.getInteger("_id"), one.getLong(COUNT), Long::sum));
        single.find().forEach(one -> counts.merge(one.getInteger(SEGMENT), 1L, Long::sum));
        return counts;
    }
}
