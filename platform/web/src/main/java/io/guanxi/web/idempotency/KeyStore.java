package io.guanxi.web.idempotency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import io.guanxi.web.IdempotencyKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/**
 * Keys and the answers given under them, in the collection {@code idempotency_keys}.
 *
 * <p>A key is held by at most one request: whoever inserts it, or takes it over from an owner whose lease has run out.
 * Every time in a document is the store's, written by the store, and a lease is judged by two of them; no clock of a
 * service has a say. An owner that wakes up after its lease has lost the key, and cannot store its answer any more.
 */
final class KeyStore {

    static final String COLLECTION = "idempotency_keys";

    private static final String OWNER = "owner";
    private static final String REQUEST = "request";
    static final String SINCE = "since";
    private static final String ASKED = "asked";
    private static final String STATUS = "status";
    private static final String HEADERS = "headers";
    private static final String BODY = "body";
    private static final int ROUNDS = 5;

    private final MongoCollection<Document> keys;
    private final Duration lease;

    KeyStore(MongoDatabase database, Duration lease) {
        this.keys = database.getCollection(COLLECTION);
        this.lease = lease;
    }

    /** @param request a fingerprint of all that must be the same for the request to be the same */
    Claim claim(String tenant, IdempotencyKey key, String request) {
        // A tenant has no slash, so that no two pairs share an id.
        Claim.Mine mine =
                new Claim.Mine(tenant + "/" + key.value(), UUID.randomUUID().toString());
        for (int round = 0; round < ROUNDS; round++) {
            if (insert(mine, request)) {
                return mine;
            }
            Optional<Claim> claim = claimHeld(mine, request);
            if (claim.isPresent()) {
                return claim.get();
            }
        }
        return new Claim.InProgress(lease);
    }

    /** With the owner in the filter, a write that the driver repeats after a lost reply finds its own document. */
    private boolean insert(Claim.Mine mine, String request) {
        try {
            keys.updateOne(
                    owned(mine), combine(set(REQUEST, request), currentDate(SINCE)), new UpdateOptions().upsert(true));
            return true;
        } catch (MongoException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    /** Empty if the key was released or taken over in between: then it is worth another round. */
    private Optional<Claim> claimHeld(Claim.Mine mine, String request) {
        Document found = keys.findOneAndUpdate(
                eq(mine.id()), currentDate(ASKED), new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (found == null) {
            return Optional.empty();
        }
        if (!request.equals(found.getString(REQUEST))) {
            return Optional.of(new Claim.OtherRequest());
        }
        if (found.containsKey(STATUS)) {
            return Optional.of(new Claim.Answered(answer(found)));
        }
        Duration left = lease.minus(Duration.between(
                found.getDate(SINCE).toInstant(), found.getDate(ASKED).toInstant()));
        if (left.isPositive()) {
            return Optional.of(new Claim.InProgress(left));
        }
        return takeOver(found, mine) ? Optional.of(mine) : Optional.empty();
    }

    private boolean takeOver(Document found, Claim.Mine mine) {
        Bson unchanged = and(eq(mine.id()), eq(OWNER, found.getString(OWNER)), exists(STATUS, false));
        return keys.updateOne(unchanged, combine(set(OWNER, mine.owner()), currentDate(SINCE)))
                        .getMatchedCount()
                == 1;
    }

    /** @return false if the key has been taken over, so that this answer must not be given */
    boolean answer(Claim.Mine mine, Answer answer) {
        Bson answered = combine(
                set(STATUS, answer.status()),
                set(HEADERS, new Document(new LinkedHashMap<>(answer.headers()))),
                set(BODY, new Binary(answer.body())));
        return keys.updateOne(owned(mine), answered).getMatchedCount() == 1;
    }

    /** Forgets the key, so that the request may be tried again; nothing if it has been taken over. */
    void release(Claim.Mine mine) {
        keys.deleteOne(owned(mine));
    }

    private static Bson owned(Claim.Mine mine) {
        return and(eq(mine.id()), eq(OWNER, mine.owner()));
    }

    private static Answer answer(Document found) {
        Map<String, String> headers = new LinkedHashMap<>();
        found.get(HEADERS, Document.class).forEach((name, value) -> headers.put(name, String.valueOf(value)));
        return new Answer(
                found.getInteger(STATUS), headers, found.get(BODY, Binary.class).getData());
    }
}
