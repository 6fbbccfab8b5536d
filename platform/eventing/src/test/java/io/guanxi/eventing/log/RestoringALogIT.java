package io.guanxi.eventing.log;

import static io.guanxi.eventing.sample.RunningService.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.log.LogTool.Wishes;
import io.guanxi.eventing.publish.EventHeaders;
import io.guanxi.eventing.sample.OrderBookEvent;
import io.guanxi.eventing.sample.RunningService;
import io.guanxi.eventing.sample.Shop;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.audit.AuditReport;
import io.guanxi.eventlog.axon.CatalogueCheck;
import io.guanxi.test.Api;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A service whose log is audited, archived, lost and restored. The order matters: it is one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoringALogIT {

    private static final String LOG = "/api/operations/orderbook/log";
    private static final int BUYERS = 12;

    private static final CatalogueCheck BODIES = CatalogueCheck.of(EventCatalogue.builder()
            .event("order-book.noted", OrderBookEvent.Noted.class)
            .build());

    @TempDir
    private static Path folder;

    private static RunningService running;
    private static Path early;

    @BeforeAll
    static void start() {
        running = new RunningService(Map.of());
        early = folder.resolve("early.log.gz");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    @Order(1)
    void an_audit_runs_beside_the_service_and_is_told_when_it_is_done() {
        order("placed", "first");
        awaitNotes(List.of("first placed"));
        assertThat(operator("acme").get(LOG + "/audit").problem()).isEqualTo("audit-not-found");

        Api.Answer begun = operator("acme").post(LOG + "/audit", "");

        assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
        Api.Answer done = awaitAudit("acme");
        assertThat(done.text("/report/clean")).isEqualTo("true");
        assertThat(done.text("/report/events")).isEqualTo(String.valueOf(BUYERS));
        assertThat(done.text("/position")).isEqualTo(done.text("/end")).isEqualTo(String.valueOf(BUYERS));
    }

    @Test
    @Order(2)
    void findings_name_no_stream_of_another_tenant() {
        database().getCollection("events").updateOne(Filters.eq("_id", 3L), Updates.set("events.0.name", "forgotten"));
        operator("acme").post(LOG + "/audit", "");

        assertThat(awaitAudit("acme").text("/report/findings/0/stream")).startsWith("acme/");
        assertThat(awaitAudit("platform").text("/report/findings/0/stream")).startsWith("acme/");
        Api.Answer elsewhere = awaitAudit("globex");
        assertThat(elsewhere.text("/report/findings/0/kind")).isEqualTo("unknown-name");
        assertThat(elsewhere.text("/report/findings/0/position")).isEqualTo("3");
        assertThat(elsewhere.body()).doesNotContain("acme/");

        database()
                .getCollection("events")
                .updateOne(Filters.eq("_id", 3L), Updates.set("events.0.name", "order-book.noted"));
        assertThat(operator("acme").post(LOG + "/audit?after=-2", "").status()).isEqualTo(400);
        assertThat(operator("acme").delete(LOG + "/audit").status()).isEqualTo(202);
    }

    @Test
    @Order(3)
    void an_archive_is_for_operators_of_the_platform_and_complete() throws Exception {
        assertThat(operator("acme").get(LOG + "/archive").problem()).isEqualTo("platform-operators-only");
        assertThat(operator("platform").get(LOG + "/archive?to=1000000").status())
                .isEqualTo(400);

        HttpResponse<Path> archive = download(folder.resolve("over-http.log.gz"));

        assertThat(archive.statusCode()).isEqualTo(200);
        try (LogTool tool = tool()) {
            assertThat(Files.readAllBytes(archive.body()))
                    .isEqualTo(Files.readAllBytes(exported(tool, folder.resolve("beside.log.gz"))));
        }
    }

    @Test
    @Order(4)
    void there_is_no_archive_of_a_damaged_log() {
        Document third = database().getCollection("events").findOneAndDelete(Filters.eq("_id", 3L));

        Api.Answer refused = operator("platform").get(LOG + "/archive");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("log-is-damaged");
        assertThat(refused.text("/detail")).contains("gap at position 3");
        database().getCollection("events").insertOne(third);
    }

    @Test
    @Order(5)
    void a_running_service_is_not_restored() throws Exception {
        try (LogTool tool = tool()) {
            exported(tool, early);
            Wishes withBroker = new Wishes(null, true, running.bootstrapServers(), null);
            assertThatThrownBy(() -> tool.restore(early, withBroker, step -> {}))
                    .isInstanceOf(RestoreRefused.class)
                    .hasMessageContaining("stop it first");
        }
        awaitNotes(List.of("first placed"));
    }

    @Test
    @Order(6)
    void after_a_restore_the_topics_make_up_for_what_is_missing_and_nothing_happens_twice() {
        order("paid", "first");
        order("placed", "second");
        returnBeforeItsOrder();
        List<String> all = List.of("first placed", "first paid", "second placed");
        awaitNotes(all);
        eventually(() -> published().size(), size -> assertThat(size).isEqualTo(BUYERS * all.size()));
        Map<String, String> before = published();
        long end = audit().end();

        running.restart(() -> restore(early));

        awaitNotes(all);
        eventually(() -> audit().end(), reached -> assertThat(reached).isEqualTo(end));
        AuditReport report = audit();
        assertThat(report.findings()).isEmpty();
        assertThat(report.commits()).isEqualTo(end);
        eventually(() -> parked(), count -> assertThat(count).isOne());
        // Whoever remembers ids, or subject and sequence, takes nothing twice, and is told nothing else than before.
        eventually(() -> records(), twice -> assertThat(twice).hasSize(2 * before.size()));
        assertThat(published()).isEqualTo(before);
        assertThat(collections()).contains("events_until_" + end);
    }

    @Test
    @Order(7)
    void what_waited_before_the_restore_is_applied_after_it_once() {
        running.send(Shop.order("placed", "third-placed-0", buyer(0), "third"));

        eventually(
                () -> running.notes(buyer(0)),
                notes -> assertThat(notes)
                        .containsExactly(
                                "first placed", "first paid", "second placed", "third placed", "third returned"));
        eventually(() -> parked(), count -> assertThat(count).isZero());
    }

    @Test
    @Order(8)
    void every_collection_is_known_to_be_kept_or_to_follow_from_the_log() {
        running.restart(() -> {
            database().getCollection("jobs").insertOne(new Document("_id", "acme/sum").append("state", "done"));
            restore(early);
            assertThat(collections())
                    .allMatch(name -> name.startsWith("events")
                            || Set.of("dead_letters", "parked_events").contains(name));
        });
        awaitNotes(1, List.of("first placed", "first paid", "second placed"));
        awaitNotes(0, List.of("first placed", "first paid", "second placed", "third placed", "third returned"));
        assertThat(audit().findings()).isEmpty();
    }

    @Test
    @Order(9)
    void the_command_says_what_it_found_by_its_exit_status() {
        Map<String, String> environment = Map.of("SPRING_MONGODB_URI", running.storeUri());
        String catalogue = RestoringALogIT.class.getName() + "$Catalogue#of";
        String[] output = new String[1];

        assertThat(command(environment, output, "audit", "orderbook", "--catalogue", catalogue))
                .isZero();
        assertThat(output[0]).contains("clean").contains("digest " + audit().digest());
        database().getCollection("events").updateOne(Filters.eq("_id", 3L), Updates.set("events.0.name", "forgotten"));
        assertThat(command(environment, output, "audit", "orderbook", "--catalogue", catalogue))
                .isOne();
        assertThat(output[0]).contains("unknown-name at position 3").contains("not clean");
        assertThat(command(environment, output, "audit", "orderbook"))
                .as("names are not looked at")
                .isZero();
        assertThat(command(environment, output, "import", "orderbook", early.toString()))
                .isOne();
        assertThat(output[0]).contains("--without-broker");
        assertThat(command(environment, output, "erase", "orderbook")).isEqualTo(2);
        assertThat(command(environment, output, "export", "orderbook")).isEqualTo(2);
        assertThat(command(Map.of(), output, "audit", "orderbook")).isEqualTo(2);
    }

    /** For the command, which finds it by name. */
    public static final class Catalogue {

        private Catalogue() {}

        public static EventCatalogue of() {
            return EventCatalogue.builder()
                    .event("order-book.noted", OrderBookEvent.Noted.class)
                    .build();
        }
    }

    private static int command(Map<String, String> environment, String[] output, String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int exit = LogCommand.run(List.of(arguments), environment, out, out);
        output[0] = said.toString(StandardCharsets.UTF_8);
        return exit;
    }

    private static void restore(Path archive) {
        List<String> steps = new ArrayList<>();
        try (LogTool tool = tool()) {
            assertThatThrownBy(() -> tool.restore(
                            archive, new Wishes(null, false, running.bootstrapServers(), null), steps::add))
                    .isInstanceOf(RestoreRefused.class)
                    .hasMessageContaining("--set-aside");
            tool.restore(archive, new Wishes(null, true, running.bootstrapServers(), null), steps::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(steps).anyMatch(step -> step.contains(Topics.SHOP_ORDERS));
    }

    private static Path exported(LogTool tool, Path file) throws IOException {
        tool.export(file, null);
        return file;
    }

    private static LogTool tool() {
        return LogTool.of(running.storeUri(), "orderbook");
    }

    private static AuditReport audit() {
        try (LogTool tool = tool()) {
            return tool.audit(BODIES, -1, (position, end) -> true);
        }
    }

    private static String buyer(int number) {
        return "restored-" + number;
    }

    private static void order(String what, String order) {
        IntStream.range(0, BUYERS)
                .forEach(number ->
                        running.send(Shop.order(what, order + "-" + what + "-" + number, buyer(number), order)));
    }

    private static void returnBeforeItsOrder() {
        running.send(Shop.order("returned", "third-returned-0", buyer(0), "third"));
        eventually(() -> parked(), count -> assertThat(count).isOne());
    }

    private static void awaitNotes(List<String> notes) {
        IntStream.range(0, BUYERS).forEach(number -> awaitNotes(number, notes));
    }

    private static void awaitNotes(int number, List<String> notes) {
        running.awaitNotes(buyer(number), notes.toArray(String[]::new));
    }

    private static Api.Answer awaitAudit(String tenant) {
        eventually(
                () -> operator(tenant).get(LOG + "/audit"),
                answer -> assertThat(answer.text("/state")).isEqualTo("done"));
        return operator(tenant).get(LOG + "/audit");
    }

    private static HttpResponse<Path> download(Path file) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(running.address() + LOG + "/archive"))
                            .header("Authorization", "Bearer " + running.operatorToken("platform"))
                            .build(),
                    HttpResponse.BodyHandlers.ofFile(file));
        }
    }

    private static Api operator(String tenant) {
        return running.operator(tenant);
    }

    private static List<ConsumerRecord<byte[], byte[]>> records() {
        return running.all(Topics.CRM_LOYALTY);
    }

    /** What is published, by subject and sequence; fails if two differ. */
    private static Map<String, String> published() {
        return records().stream()
                .collect(Collectors.toMap(
                        record -> EventHeaders.text(record.headers(), Envelope.SUBJECT) + " "
                                + EventHeaders.text(record.headers(), Envelope.SEQUENCE),
                        record -> EventHeaders.text(record.headers(), Envelope.ID) + " "
                                + new String(record.value(), StandardCharsets.UTF_8) + " caused by "
                                + EventHeaders.text(record.headers(), Envelope.CAUSATION_ID),
                        (one, other) -> {
                            assertThat(other).isEqualTo(one);
                            return one;
                        },
                        TreeMap::new));
    }

    private static long parked() {
        return database().getCollection("parked_events").countDocuments();
    }

    private static List<String> collections() {
        return database().listCollectionNames().into(new ArrayList<>());
    }

    private static MongoDatabase database() {
        return running.database();
    }
}
