package io.guanxi.eventlog.audit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.EventLogProperties.Durability;
import io.guanxi.eventlog.axon.CatalogueCheck;
import io.guanxi.eventlog.mongo.MongoEventLog;
import io.guanxi.eventlog.mongo.TestLogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every damage is done with the plain driver, behind the back of the log. */
class AuditingALogTest {

    private static final CatalogueCheck BODIES = CatalogueCheck.of(
            EventCatalogue.builder().event("sample.happened", Sample.class).build());

    record Sample(int n) {}

    @TempDir
    static Path folder;

    private static EmbeddedStore store;
    private static MongoClient client;

    private MongoDatabase database;
    private MongoEventLog log;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.start(folder, 0);
        client = MongoClients.create(store.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    /** acme/1 has the versions 0 to 2 and 3 to 6 at the positions 0 to 2 and 4 to 7; acme/2 has 0 and 1 at 3 and 8. */
    @BeforeEach
    void write() {
        database = client.getDatabase("audit" + System.nanoTime());
        log = TestLogs.open(database);
        log.append(TestLogs.commit("acme/1", 0, 3));
        log.append(TestLogs.commit("acme/2", 0, 1));
        log.append(TestLogs.commit("acme/1", 3, 4));
        log.append(TestLogs.commit("acme/2", 1, 1));
    }

    @AfterEach
    void close() {
        log.close();
        database.drop();
    }

    @Test
    void aCleanLogOfManyCommitsHasNoFindings() {
        for (int i = 0; i < 3_000; i++) {
            log.append(TestLogs.commit("acme/" + (100 + i % 50), i / 50 * 2L, 2));
        }

        AuditReport report = audit(-1);

        assertThat(report.findings()).isEmpty();
        assertThat(report.end()).isEqualTo(6_009).isEqualTo(log.end());
        assertThat(report.commits()).isEqualTo(3_004);
        assertThat(report.streams()).isEqualTo(52);
    }

    @Test
    void anEmptyLogIsClean() {
        events().deleteMany(new Document());

        assertThat(audit(-1).clean()).isTrue();
        assertThat(audit(-1).end()).isZero();
    }

    @Test
    void aCommitThatIsGoneIsAGap() {
        events().deleteOne(eq("_id", 3L));

        assertFound("gap at position 3", "stream-begins-late at position 8 of acme/2");
    }

    @Test
    void aCommitInsideAnotherIsAnOverlap() {
        Document inside = events().find(eq("_id", 3L)).first();
        events().deleteOne(eq("_id", 3L));
        events().insertOne(inside.append("_id", 2L));

        assertFound("overlap at position 2", "gap at position 3");
    }

    @Test
    void anotherNumberOfEventsIsFound() {
        change(4, set("n", 5));

        assertFound("count-differs at position 4 of acme/1", "overlap at position 8");
    }

    @Test
    void aStreamThatDoesNotBeginAtZeroIsFound() {
        change(3, set("version", 7L));

        assertFound("stream-begins-late at position 3 of acme/2", "stream-overlap at position 8 of acme/2");
    }

    @Test
    void aHoleInAStreamIsFound() {
        change(8, set("version", 2L));

        assertFound("stream-gap at position 8 of acme/2");
    }

    @Test
    void aVersionThatIsThereTwiceIsFound() {
        change(4, set("version", 2L));

        assertFound("stream-overlap at position 4 of acme/1");
    }

    @Test
    void aCommitThatIsStoredTwiceIsFound() {
        Document again = events().find(eq("_id", 3L)).first();
        events().insertOne(again.append("_id", 9L).append("version", 2L));

        assertFound("duplicate-commit at position 9 of acme/2", "duplicate-event at position 9 of acme/2");
    }

    @Test
    void aCommitWithoutItsFieldsIsFound() {
        change(4, unset("stream"));
        change(8, combine(unset("events"), set("version", "one")));

        assertFound(
                "unreadable-commit at position 4",
                "count-differs at position 8 of acme/2",
                "unreadable-commit at position 8 of acme/2");
        assertThat(audit(-1).digest()).isNull();
    }

    @Test
    void anEventWithoutItsMetadataIsFoundWhereItStands() {
        change(4, combine(unset("events.2.tenant"), set("events.3.happened", "yesterday")));

        assertFound("incomplete-event at position 6 of acme/1", "incomplete-event at position 7 of acme/1");
    }

    @Test
    void anUnknownNameAndAnUnreadableBodyAreFoundWhereTheyStand() {
        change(0, combine(set("events.1.name", "sample.forgotten"), set("events.2.body", "{\"n\":")));

        assertFound("unknown-name at position 1 of acme/1", "unreadable-body at position 2 of acme/1");
    }

    @Test
    void anEventOfAnotherTenantIsFound() {
        change(0, set("events.2.tenant", "globex"));

        assertFound("tenant-differs at position 2 of acme/1");
    }

    @Test
    void anAuditGoesOnWhereAnotherEnded() {
        change(8, set("version", 2L));
        AuditReport last = audit(3);

        assertThat(last.from()).isEqualTo(4);
        assertThat(last.commits()).isEqualTo(2);
        assertThat(found(last)).containsExactly("stream-gap at position 8 of acme/2");
        assertThat(audit(5).from()).as("inside a commit").isEqualTo(4);
        assertThat(audit(100).commits()).isZero();
    }

    @Test
    void anAuditOfALogThatGrowsEndsAtTheEndThatItFound() {
        AuditReport report = new LogAudit(scan(), BODIES, 10).run(-1, (position, end) -> {
            log.append(TestLogs.commit("acme/3", 0, 1));
            return true;
        });

        assertThat(report.clean()).isTrue();
        assertThat(report.end()).isEqualTo(9);
    }

    @Test
    void anAuditCanBeEndedAndItsReportSaysHowFarItCame() {
        for (int i = 0; i < 600; i++) {
            log.append(TestLogs.commit("acme/9", i, 1));
        }
        AtomicBoolean first = new AtomicBoolean(true);

        AuditReport report = new LogAudit(scan(), BODIES, 10).run(-1, (position, end) -> first.getAndSet(false));

        assertThat(report.clean()).isTrue();
        assertThat(report.commits()).isEqualTo(500);
        assertThat(report.end()).isEqualTo(505);
        assertThat(audit(504).commits()).isEqualTo(104);
        assertThat(audit(504).clean()).isTrue();
    }

    @Test
    void theSameLogHasTheSameDigestAndAnyChangeAnother() {
        String digest = audit(-1).digest();

        assertThat(audit(-1).digest()).isEqualTo(digest);
        change(8, set("events.0.body", "{\"n\":2}"));
        assertThat(audit(-1).digest()).isNotEqualTo(digest);
    }

    @Test
    void theBoundariesNextToAPosition() {
        assertThat(scan().boundaryAt(0)).isEqualTo(new LogScan.Boundary(0, 0));
        assertThat(scan().boundaryAt(3)).isEqualTo(new LogScan.Boundary(3, 3));
        assertThat(scan().boundaryAt(6)).isEqualTo(new LogScan.Boundary(4, 8));
        assertThat(scan().boundaryAt(9)).isEqualTo(new LogScan.Boundary(9, 9));
        assertThat(scan().boundaryAt(20)).isEqualTo(new LogScan.Boundary(9, 9));
    }

    private void assertFound(String... findings) {
        assertThat(found(audit(-1))).containsExactly(findings);
    }

    private static List<String> found(AuditReport report) {
        List<String> found = new ArrayList<>();
        report.findings().forEach(one -> found.add(one.toString().replaceAll(": .*", "")));
        return found;
    }

    private AuditReport audit(long after) {
        return new LogAudit(scan(), BODIES, 10).run(after, (position, end) -> true);
    }

    private LogScan scan() {
        return LogScan.of(database, LogScan.EVENTS, Durability.MAJORITY);
    }

    private void change(long position, Bson change) {
        assertThat(events().updateOne(eq("_id", position), change).getModifiedCount())
                .isOne();
    }

    private MongoCollection<Document> events() {
        return database.getCollection("events");
    }
}
