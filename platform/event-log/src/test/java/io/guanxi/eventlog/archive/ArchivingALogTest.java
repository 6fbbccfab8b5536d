package io.guanxi.eventlog.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventlog.EventLogProperties.Durability;
import io.guanxi.eventlog.audit.AuditReport;
import io.guanxi.eventlog.audit.BodyCheck;
import io.guanxi.eventlog.audit.LogAudit;
import io.guanxi.eventlog.audit.LogScan;
import io.guanxi.eventlog.audit.RandomLog;
import io.guanxi.eventlog.mongo.MongoEventLog;
import io.guanxi.eventlog.mongo.TestLogs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivingALogTest {

    private static final long SEED = 5;

    @TempDir
    static Path folder;

    private static EmbeddedStore store;
    private static MongoClient client;

    private final List<BsonDocument> written = RandomLog.of(1_300, new Random(SEED));
    private final long end = RandomLog.end(written);
    private MongoDatabase origin;
    private MongoDatabase target;
    private Path file;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.start(folder.resolve("store"), 0);
        client = MongoClients.create(store.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @BeforeEach
    void archive() throws IOException {
        origin = client.getDatabase("origin" + System.nanoTime());
        target = client.getDatabase("target" + System.nanoTime());
        // A field that nobody knows yet is kept all the same.
        written.get(3).append("later", new BsonString("kept"));
        origin.getCollection("events", BsonDocument.class).insertMany(written);
        file = export(null);
    }

    @AfterEach
    void drop() {
        origin.drop();
        target.drop();
    }

    @Test
    void anImportedLogIsTheSameToTheLastByte() throws IOException {
        importInto(target, null);

        assertThat(stored(target)).isEqualTo(written);
        AuditReport report = audit(target);
        assertThat(report.findings()).isEmpty();
        assertThat(report.digest()).isEqualTo(audit(origin).digest());
        assertThat(LogImport.verify(file))
                .isEqualTo(new ArchiveContent(new ArchiveHeader("loyalty", 0, end), 1_300, report.digest()));
    }

    @Test
    void anImportedLogGoesOnFromItsEnd() throws IOException {
        importInto(target, null);

        try (MongoEventLog log = TestLogs.open(target)) {
            assertThat(log.append(TestLogs.commit("acme/new", 0, 2))).isEqualTo(end);
        }
        assertThat(audit(target).clean()).isTrue();
    }

    @Test
    void anArchiveEndsWhereItIsTold() throws IOException {
        long middle = written.get(700).getInt64("_id").getValue();
        file = export(middle);

        importInto(target, null);

        assertThat(stored(target)).isEqualTo(written.subList(0, 700));
    }

    @Test
    void anImportEndsWhereItIsTold() throws IOException {
        importInto(target, written.get(700).getInt64("_id").getValue());

        assertThat(stored(target)).isEqualTo(written.subList(0, 700));
    }

    @Test
    void aPositionInsideACommitIsRefusedWithTheNearestBoundaries() {
        BsonDocument commit = written.stream()
                .filter(one -> one.getInt32("n").getValue() > 1)
                .skip(100)
                .findFirst()
                .orElseThrow();
        long begin = commit.getInt64("_id").getValue();
        String boundaries =
                "(expected: " + begin + " or " + (begin + commit.getInt32("n").getValue()) + ")";

        assertThatThrownBy(() -> export(begin + 1))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining(boundaries);
        assertThatThrownBy(() -> importer(target).plan(begin + 1))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining(boundaries);
        assertThatThrownBy(() -> export(end + 1)).hasMessageContaining("0 to " + end);
        assertThatThrownBy(() -> importer(target).plan(end + 1)).hasMessageContaining("0 to " + end);
        assertThat(stored(target)).isEmpty();
    }

    @Test
    void anImportThatWasEndedInTheMiddleIsContinued() throws IOException {
        LogImport.Plan plan = importer(target).plan(null);
        assertThatThrownBy(() -> importer(target).write(plan, reached -> {
                    throw new IllegalStateException("killed at " + reached);
                }))
                .hasMessageContaining("killed");
        // A block may also be stored in part.
        target.getCollection("events")
                .deleteMany(Filters.gte("_id", written.get(450).getInt64("_id").getValue()));
        assertThat(stored(target)).isEqualTo(written.subList(0, 450));
        assertThat(audit(target).clean()).isTrue();

        LogImport.Plan rest = importer(target).plan(null);
        List<Long> reached = new ArrayList<>();
        importer(target).write(rest, reached::add);

        assertThat(rest.from()).isEqualTo(written.get(450).getInt64("_id").getValue());
        assertThat(reached).hasSize(3).endsWith(end);
        assertThat(stored(target)).isEqualTo(written);
        assertThat(importer(target).plan(null)).isEqualTo(new LogImport.Plan(end, end, null));
    }

    @Test
    void aLogThatIsNoBeginningOfTheArchiveIsLeftAlone() {
        BsonDocument other = written.getFirst().clone().append("commit", new BsonString("another"));
        target.getCollection("events", BsonDocument.class).insertOne(other);

        assertThatThrownBy(() -> importInto(target, null))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("not empty")
                .hasMessageContaining("position 0");
        assertThat(stored(target)).containsExactly(other);
    }

    @Test
    void aLogThatIsLongerThanWhatIsWantedIsLeftAlone() {
        assertThatThrownBy(() ->
                        importInto(origin, written.get(700).getInt64("_id").getValue()))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("it ends at " + end);
        assertThat(stored(origin)).hasSize(1_300);
    }

    @Test
    void theArchiveOfAnotherServiceIsRefused() {
        LogImport ticket = LogImport.of(file, "ticket", target, Durability.MAJORITY);

        assertThatThrownBy(() -> ticket.plan(null))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("loyalty")
                .hasMessageContaining("ticket");
    }

    @Test
    void somebodyWhoWritesMeanwhileEndsTheImport() throws IOException {
        LogImport.Plan plan = importer(target).plan(null);

        assertThatThrownBy(() -> importer(target)
                        .write(
                                plan,
                                reached -> target.getCollection("events", BsonDocument.class)
                                        .insertOne(RandomLog.of(1, new Random(1))
                                                .getFirst()
                                                .append("_id", new BsonInt64(reached))
                                                .append("stream", new BsonString("acme/somebody")))))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("the service runs");
        assertThat(stored(target)).hasSize(501);
    }

    @Test
    void anArchiveThatIsDamagedAfterItWasReadLeavesACleanBeginning() throws IOException {
        LogImport.Plan plan = importer(target).plan(null);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));

        assertThatThrownBy(() -> importer(target).write(plan, reached -> {}))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("cut off");
        List<BsonDocument> stored = stored(target);
        assertThat(stored).isNotEmpty().isEqualTo(written.subList(0, stored.size()));
    }

    @Test
    void aDamagedLogIsNotArchived() {
        origin.getCollection("events").deleteOne(Filters.eq("_id", 0L));

        assertThatThrownBy(() -> export(null))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("gap at position 0");
    }

    @Test
    void anEmptyLogHasAnArchiveToo() throws IOException {
        file = export(0L);

        importInto(target, null);

        assertThat(stored(target)).isEmpty();
        assertThat(LogImport.verify(file).commits()).isZero();
    }

    private Path export(Long to) throws IOException {
        Path archive = Files.createTempFile(folder, "log", ".gz");
        LogExport export = LogExport.of(scan(origin), "loyalty", to);
        try (OutputStream out = Files.newOutputStream(archive)) {
            export.write(out);
        }
        return archive;
    }

    private void importInto(MongoDatabase database, Long to) throws IOException {
        LogImport.Plan plan = importer(database).plan(to);
        importer(database).write(plan, reached -> {});
    }

    private LogImport importer(MongoDatabase database) {
        return LogImport.of(file, "loyalty", database, Durability.MAJORITY);
    }

    private static LogScan scan(MongoDatabase database) {
        return LogScan.of(database, LogScan.EVENTS, Durability.MAJORITY);
    }

    private static AuditReport audit(MongoDatabase database) {
        return new LogAudit(scan(database), BodyCheck.NONE, 10).run(-1, (position, until) -> true);
    }

    private static List<BsonDocument> stored(MongoDatabase database) {
        return database.getCollection("events", BsonDocument.class)
                .find()
                .sort(new BsonDocument("_id", new BsonInt64(1)))
                .into(new ArrayList<>());
    }
}
