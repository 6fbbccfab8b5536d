package io.guanxi.eventing.intake;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import io.guanxi.eventing.deadletter.Coordinates;
import io.guanxi.eventing.intake.ParkedEvent.Kind;
import io.guanxi.eventing.intake.Retrier.ReplayRequests;
import io.guanxi.eventing.view.StoredInstant;
import io.guanxi.web.Cursor;
import io.guanxi.web.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Parked events in {@code parked_events}, one document each under the place where it stands on its topic. */
final class MongoParking implements Parking, ReplayRequests {

    private static final String LIST = "parked";

    private final MongoCollection<Document> collection;

    MongoParking(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    void createIndexes() {
        collection.createIndex(Indexes.ascending("lane", "kind", "partition", "offset"));
        collection.createIndex(Indexes.ascending("lane", "kind", "happened", "_id"));
        collection.createIndex(Indexes.ascending("topic", "partition", "lane"));
        collection.createIndex(Indexes.ascending("tenant", "_id"));
        collection.createIndex(Indexes.ascending("requested", "lane"));
    }

    @Override
    public List<ParkedEvent> queue(Lane lane, int limit) {
        return collection
                .find(and(eq("lane", lane.id()), eq("kind", Kind.QUEUED.code())))
                .sort(Indexes.ascending("partition", "offset"))
                .limit(limit)
                .map(MongoParking::event)
                .into(new ArrayList<>());
    }

    @Override
    public boolean isQueued(Lane lane) {
        return collection
                        .find(and(eq("lane", lane.id()), eq("kind", Kind.QUEUED.code())))
                        .projection(new Document("_id", 1))
                        .first()
                != null;
    }

    @Override
    public List<ParkedEvent> early(Lane lane, @Nullable String order, @Nullable EarlyPlace after, int limit) {
        List<Bson> wanted = new ArrayList<>(List.of(eq("lane", lane.id()), eq("kind", Kind.EARLY.code())));
        if (order != null) {
            wanted.add(in("awaitedOrder", Arrays.asList(order, null)));
        }
        if (after != null) {
            String happened = StoredInstant.of(after.happened());
            wanted.add(or(
                    gt("happened", happened),
                    and(eq("happened", happened), gt("_id", after.origin().sortable()))));
        }
        return collection
                .find(and(wanted))
                .sort(Indexes.ascending("happened", "_id"))
                .limit(limit)
                .map(MongoParking::event)
                .into(new ArrayList<>());
    }

    @Override
    public Set<Coordinates> earlyAmong(Collection<Coordinates> places) {
        List<String> ids = places.stream().map(Coordinates::sortable).toList();
        return collection
                .find(and(in("_id", ids), eq("kind", Kind.EARLY.code())))
                .projection(include("topic", "partition", "offset"))
                .map(MongoParking::origin)
                .into(new HashSet<>());
    }

    @Override
    public void park(ParkedEvent event) {
        try {
            collection.insertOne(document(event));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @Override
    public void update(ParkedEvent event) {
        collection.replaceOne(eq("_id", id(event)), document(event));
    }

    @Override
    public void remove(ParkedEvent event) {
        collection.deleteOne(eq("_id", id(event)));
    }

    @Override
    public Set<Lane> lanes(String topic, Collection<Integer> partitions) {
        Set<Lane> lanes = new HashSet<>();
        for (int partition : partitions) {
            Bson filter = and(eq("topic", topic), eq("partition", partition));
            for (String customer : collection.distinct("customer", filter, String.class)) {
                lanes.add(new Lane(topic, customer));
            }
        }
        return lanes;
    }

    @Override
    public Set<Lane> of(Collection<Lane> lanes) {
        Set<String> asked =
                collection.distinct("lane", eq("requested", true), String.class).into(new HashSet<>());
        return lanes.stream().filter(lane -> asked.contains(lane.id())).collect(Collectors.toSet());
    }

    @Override
    public void done(Lane lane) {
        collection.updateMany(and(eq("lane", lane.id()), eq("requested", true)), set("requested", false));
    }

    /** Asks for a customer's events to be tried now, on whatever topic they came. @return how many there are */
    long request(String customer, Collection<String> topics) {
        long asked = 0;
        for (String topic : topics) {
            asked += collection
                    .updateMany(eq("lane", new Lane(topic, customer).id()), set("requested", true))
                    .getMatchedCount();
        }
        return asked;
    }

    /** A part of the list of a tenant's parked events, by topic, partition and offset. */
    Page<ParkedEvent> page(String tenant, @Nullable String cursor, int limit) {
        Bson mine = eq("tenant", tenant);
        Bson filter = cursor == null
                ? mine
                : and(mine, gt("_id", Cursor.decode(LIST, cursor).position().getFirst()));
        List<ParkedEvent> found = collection
                .find(filter)
                .sort(Indexes.ascending("_id"))
                .limit(limit + 1)
                .map(MongoParking::event)
                .into(new ArrayList<>());
        List<ParkedEvent> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(shown, found.size() > limit ? new Cursor(LIST, List.of(id(shown.getLast()))).encode() : null);
    }

    private static String id(ParkedEvent event) {
        return event.origin().sortable();
    }

    private static Document document(ParkedEvent event) {
        ConsumerRecord<byte[], byte[]> record = event.record();
        List<Document> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            headers.add(new Document("name", header.key())
                    .append("value", header.value() == null ? null : new Binary(header.value())));
        }
        return new Document("_id", id(event))
                .append("lane", event.lane().id())
                .append("kind", event.kind().code())
                .append("tenant", event.tenant())
                .append("topic", record.topic())
                .append("partition", record.partition())
                .append("offset", record.offset())
                .append("customer", event.lane().customer())
                .append("eventId", event.eventId())
                .append("type", event.type())
                .append("happened", StoredInstant.of(event.happened()))
                .append("waitsFor", event.waitsFor())
                .append("order", event.order())
                .append("awaitedOrder", event.awaitedOrder())
                .append("attempts", event.attempts())
                .append("problem", event.problem())
                .append("headers", headers)
                .append("body", new Binary(record.value()));
    }

    private static ParkedEvent event(Document stored) {
        String customer = stored.getString("customer");
        Coordinates origin = origin(stored);
        return new ParkedEvent(
                record(origin, customer, stored),
                new Lane(origin.topic(), customer),
                Kind.valueOf(stored.getString("kind").toUpperCase(Locale.ROOT)),
                stored.getString("tenant"),
                stored.getString("eventId"),
                stored.getString("type"),
                Instant.parse(stored.getString("happened")),
                stored.getString("waitsFor"),
                stored.getString("order"),
                stored.getInteger("attempts"),
                stored.getString("problem"));
    }

    private static Coordinates origin(Document stored) {
        return new Coordinates(stored.getString("topic"), stored.getInteger("partition"), stored.getLong("offset"));
    }

    private static ConsumerRecord<byte[], byte[]> record(Coordinates origin, String customer, Document stored) {
        RecordHeaders headers = new RecordHeaders();
        for (Document header : stored.getList("headers", Document.class, List.of())) {
            Binary value = header.get("value", Binary.class);
            headers.add(header.getString("name"), value == null ? null : value.getData());
        }
        byte[] key = customer.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] body = stored.get("body", Binary.class).getData();
        return new ConsumerRecord<>(
                origin.topic(),
                origin.partition(),
                origin.offset(),
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                key.length,
                body.length,
                key,
                body,
                headers,
                Optional.empty());
    }
}
