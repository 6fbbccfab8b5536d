package io.guanxi.web.health;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up while the store answers a {@code ping}, which every server understands, the embedded one included. */
final class StoreHealth extends AbstractHealthIndicator {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);

    private final MongoDatabase database;

    StoreHealth(MongoDatabase database) {
        super("the store does not answer");
        this.database = database.withTimeout(ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        database.runCommand(new Document("ping", 1));
        health.up();
    }
}
