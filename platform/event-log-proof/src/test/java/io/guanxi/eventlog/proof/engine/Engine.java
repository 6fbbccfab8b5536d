package io.guanxi.eventlog.proof.engine;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import io.guanxi.eventlog.axon.TokenSerializer;
import io.guanxi.eventlog.token.FencedTokenStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoTrackingToken;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentpercommit.DocumentPerCommitStorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.DocumentPerEventStorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.jspecify.annotations.Nullable;

/** What is put to the proof. */
public enum Engine {
    /** The event log of the house. */
    CHAINED,
    /** axon-mongo as it comes. */
    DOCUMENT_PER_EVENT,
    /** axon-mongo with its other storage strategy. */
    DOCUMENT_PER_COMMIT;

    public boolean isOurs() {
        return this == CHAINED;
    }

    public OpenLog open(MongoClient client, String database) {
        return switch (this) {
            case CHAINED -> OpenLog.chained(client.getDatabase(database));
            case DOCUMENT_PER_EVENT -> OpenLog.axon(template(client, database), new DocumentPerEventStorageStrategy());
            case DOCUMENT_PER_COMMIT ->
                OpenLog.axon(template(client, database), new DocumentPerCommitStorageStrategy());
        };
    }

    /** @param node under which segments are claimed, unique to a process */
    public TokenStore tokens(MongoClient client, String database, String node, Duration claimTimeout) {
        return isOurs()
                ? FencedTokenStore.over(
                        client.getDatabase(database)
                                .getCollection("tokens")
                                .withReadConcern(ReadConcern.MAJORITY)
                                .withWriteConcern(WriteConcern.MAJORITY),
                        node,
                        claimTimeout,
                        TokenSerializer.create(),
                        System::nanoTime)
                : MongoTokenStore.builder()
                        .mongoTemplate(template(client, database))
                        .serializer(TokenSerializer.create())
                        .claimTimeout(claimTimeout)
                        .nodeId(node)
                        .build();
    }

    /** A token as a number that only grows: a position, or the newest time stamp in milliseconds; -1 for none. */
    public static long number(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> -1;
            case MongoTrackingToken stamped -> stamped.getTimestamp().toEpochMilli();
            default -> token.position().orElse(-1);
        };
    }

    /** A token with this {@link #number}. */
    public TrackingToken token(long number) {
        return isOurs()
                ? new GlobalSequenceTrackingToken(number)
                : MongoTrackingToken.of(Instant.ofEpochMilli(number), Map.of());
    }

    private static MongoTemplate template(MongoClient client, String database) {
        return DefaultMongoTemplate.builder().mongoDatabase(client, database).build();
    }
}
