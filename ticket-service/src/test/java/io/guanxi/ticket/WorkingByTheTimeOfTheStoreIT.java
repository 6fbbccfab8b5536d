package io.guanxi.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.guanxi.test.Api.Answer;
import io.guanxi.test.TestPlatform;
import io.guanxi.web.Role;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** As it runs for its users, without a clock that a test moves. */
class WorkingByTheTimeOfTheStoreIT {

    @Test
    void aTicketIsOpenedBetweenTwoMomentsOfTheStore() {
        String database = "ticket-" + UUID.randomUUID();
        try (RunningDesk desk = new RunningDesk(database, null);
                MongoClient store = MongoClients.create(TestPlatform.storeUri(database))) {
            Instant before = timeOf(store);
            Answer opened = desk.as("acme", Role.AGENT).post("/api/tickets", question());
            assertThat(opened.status()).as(opened.body()).isEqualTo(201);
            // The service's time may be behind by the way of one answer.
            assertThat(Instant.parse(opened.text("/updatedAt"))).isBetween(before.minusSeconds(30), timeOf(store));
        }
    }

    private static Instant timeOf(MongoClient store) {
        return store.getDatabase("admin")
                .runCommand(new Document("hello", 1))
                .getDate("localTime")
                .toInstant();
    }

    private static Map<String, Object> question() {
        return Map.of("channel", "web", "kind", "question", "subject", "When do you open?", "text", "On Sunday?");
    }
}
