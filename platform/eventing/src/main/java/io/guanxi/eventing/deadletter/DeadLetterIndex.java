package io.guanxi.eventing.deadletter;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.guanxi.contracts.Violation;
import io.guanxi.web.Cursor;
import io.guanxi.web.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * What is known about each dead letter of this service, one document each under the coordinates where the record first
 * stood, however often it fails.
 */
public final class DeadLetterIndex {

    /** Where a record's tenant cannot be read; no tenant is called so. */
    static final String NO_TENANT = "-";

    private static final String LIST = "dead-letters";

    private final MongoCollection<Document> collection;

    public DeadLetterIndex(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    void createIndexes() {
        collection.createIndex(Indexes.ascending("tenant", "_id"));
        collection.createIndex(Indexes.ascending("tenant", "state", "_id"));
    }

    /** Files a failure. One that is filed already, or older than what is filed, changes nothing. */
    void file(DeadLetter letter) {
        Document document = document(letter);
        try {
            collection.replaceOne(
                    and(
                            eq("_id", document.getString("_id")),
                            lt("attempts", letter.attempts()),
                            in("tenant", document.getString("tenant"), NO_TENANT)),
                    document,
                    new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    /**
     * The replay of a record was taken in. Does nothing if it is not listed or resolved already, or if it is listed for
     * another tenant: anybody can write a header.
     */
    public void resolved(Coordinates origin, String tenant) {
        collection.updateOne(
                and(
                        eq("_id", origin.sortable()),
                        in("tenant", tenant, NO_TENANT),
                        ne("state", DeadLetter.State.RESOLVED.code())),
                set("state", DeadLetter.State.RESOLVED.code()));
    }

    /** Does nothing if the replay has its answer already. */
    void replayed(DeadLetter letter) {
        collection.updateOne(
                and(
                        eq("_id", letter.origin().sortable()),
                        eq("state", DeadLetter.State.OPEN.code()),
                        eq("attempts", letter.attempts())),
                set("state", DeadLetter.State.REPLAYED.code()));
    }

    Optional<DeadLetter> find(Coordinates origin, Set<String> tenants) {
        return Optional.ofNullable(collection
                        .find(and(eq("_id", origin.sortable()), in("tenant", tenants)))
                        .first())
                .map(DeadLetterIndex::letter);
    }

    /** A part of the list, by topic, partition and offset, without bodies. */
    Page<DeadLetter> page(Set<String> tenants, DeadLetter.@Nullable State state, @Nullable String cursor, int limit) {
        List<Bson> filters = new ArrayList<>();
        filters.add(tenants.size() == 1 ? eq("tenant", tenants.iterator().next()) : in("tenant", tenants));
        if (state != null) {
            filters.add(eq("state", state.code()));
        }
        if (cursor != null) {
            filters.add(gt("_id", Cursor.decode(LIST, cursor).position().getFirst()));
        }
        FindIterable<Document> found = collection
                .find(and(filters))
                .sort(Indexes.ascending("_id"))
                .projection(new Document("body", 0).append("headers", 0))
                .limit(limit + 1);
        List<DeadLetter> letters = found.map(DeadLetterIndex::letter).into(new ArrayList<>());
        List<DeadLetter> shown = letters.subList(0, Math.min(limit, letters.size()));
        String next = letters.size() > limit
                ? new Cursor(LIST, List.of(shown.getLast().origin().sortable())).encode()
                : null;
        return new Page<>(shown, next);
    }

    private static Document document(DeadLetter letter) {
        List<Document> headers = letter.headers().entrySet().stream()
                .map(header -> new Document("name", header.getKey()).append("value", new Binary(header.getValue())))
                .toList();
        return new Document("_id", letter.origin().sortable())
                .append("tenant", letter.tenant() == null ? NO_TENANT : letter.tenant())
                .append("state", letter.state().code())
                .append("topic", letter.origin().topic())
                .append("partition", letter.origin().partition())
                .append("offset", letter.origin().offset())
                .append("reason", letter.reason())
                .append("detail", letter.detail())
                .append(
                        "violations",
                        letter.violations().stream()
                                .map(v -> new Document("pointer", v.pointer()).append("message", v.message()))
                                .toList())
                .append("type", letter.type())
                .append("eventId", letter.eventId())
                .append("key", letter.key())
                .append("attempts", letter.attempts())
                .append("failedAt", letter.failedAt().toString())
                .append("size", letter.size())
                .append("body", letter.body() == null ? null : new Binary(letter.body()))
                .append("headers", headers);
    }

    private static DeadLetter letter(Document stored) {
        String tenant = stored.getString("tenant");
        Binary body = stored.get("body", Binary.class);
        Map<String, byte[]> headers = new LinkedHashMap<>();
        for (Document header : stored.getList("headers", Document.class, List.of())) {
            headers.put(
                    header.getString("name"), header.get("value", Binary.class).getData());
        }
        return new DeadLetter(
                new Coordinates(stored.getString("topic"), stored.getInteger("partition"), stored.getLong("offset")),
                tenant.equals(NO_TENANT) ? null : tenant,
                DeadLetter.State.valueOf(stored.getString("state").toUpperCase(java.util.Locale.ROOT)),
                stored.getString("reason"),
                stored.getString("detail"),
                stored.getList("violations", Document.class, List.of()).stream()
                        .map(v -> new Violation(v.getString("pointer"), v.getString("message")))
                        .toList(),
                stored.getString("type"),
                stored.getString("eventId"),
                stored.getString("key"),
                stored.getInteger("attempts"),
                Instant.parse(stored.getString("failedAt")),
                stored.getInteger("size"),
                body == null ? null : body.getData(),
                headers);
    }
}
