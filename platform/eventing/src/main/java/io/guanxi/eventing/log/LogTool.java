package io.guanxi.eventing.log;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.guanxi.eventlog.EventLogProperties.Durability;
import io.guanxi.eventlog.archive.ArchiveContent;
import io.guanxi.eventlog.archive.LogExport;
import io.guanxi.eventlog.archive.LogImport;
import io.guanxi.eventlog.archive.LogImport.Plan;
import io.guanxi.eventlog.audit.AuditReport;
import io.guanxi.eventlog.audit.BodyCheck;
import io.guanxi.eventlog.audit.LogAudit;
import io.guanxi.eventlog.audit.LogScan;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Audits, archives and restores the log of one service from beside it: in its database, and in its consumer group. */
public final class LogTool implements AutoCloseable {

    private static final int FINDINGS_OF_A_KIND = 20;
    private static final Duration TO_FIND_A_SERVER = Duration.ofSeconds(5);

    /** Longer than the quarter of a claim's time-out after which an owner shows that it is alive. */
    private static final Duration TO_SHOW_LIFE = Duration.ofSeconds(10);

    private final MongoClient client;
    private final MongoDatabase database;
    private final String service;

    private LogTool(MongoClient client, MongoDatabase database, String service) {
        this.client = client;
        this.database = database;
        this.service = service;
    }

    /**
     * @param uri of the service's database, with its name
     * @param service the service's short name, which is its consumer group too
     */
    public static LogTool of(String uri, String service) {
        ConnectionString connection = new ConnectionString(uri);
        String name = connection.getDatabase();
        if (name == null) {
            throw new IllegalArgumentException("store: it names no database (expected: mongodb://host:port/name)");
        }
        MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(TO_FIND_A_SERVER.toMillis(), TimeUnit.MILLISECONDS))
                .applyConnectionString(connection)
                .build());
        return new LogTool(client, client.getDatabase(name), service);
    }

    private LogScan log() {
        return LogScan.of(database, LogScan.EVENTS, Durability.MAJORITY);
    }

    /** @param after the position of the last event that is known to be good; -1 for none */
    public AuditReport audit(BodyCheck bodies, long after, LogAudit.Watcher watcher) {
        return new LogAudit(log(), bodies, FINDINGS_OF_A_KIND).run(after, watcher);
    }

    /**
     * Writes an archive, reads it again, and only then gives it its name.
     *
     * @param to the position after the last event that is wanted; null for all that is there now
     */
    public ArchiveContent export(Path file, @Nullable Long to) throws IOException {
        LogExport export = LogExport.of(log(), service, to);
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(draft)) {
            export.write(out);
        }
        ArchiveContent content = LogImport.verify(draft);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        return content;
    }

    /**
     * Makes the service's log that of an archive, while the service is stopped, and lets the service compute everything else
     * anew: it forgets views, checkpoints, snapshots and answers, and reads its topics again. Killed at any moment, it can be
     * done again and goes on.
     *
     * @throws RestoreRefused if the service runs, or the log holds something else; then nothing is changed
     */
    public void restore(Path file, Wishes wishes, Watcher watcher) throws IOException, InterruptedException {
        LogImport log = LogImport.of(file, service, database, Durability.MAJORITY);
        Plan plan = log.plan(wishes.to());
        KeptState kept = new KeptState(database);
        watcher.step("the archive is whole; the log will end at " + plan.to());
        if (plan.obstacle() != null && !wishes.setAside()) {
            throw new RestoreRefused("the log is not empty and not a beginning of the archive: " + plan.obstacle()
                    + " (--set-aside keeps it under another name)");
        }
        if (kept.isInUse(TO_SHOW_LIFE)) {
            throw new RestoreRefused("the service " + service + " runs on this log: stop it first, every instance");
        }
        readAgain(kept, wishes, watcher);
        watcher.step("forgotten, to be computed anew: " + kept.dropWhatFollowsFromTheLog());
        if (plan.obstacle() != null) {
            watcher.step("the present log is kept as " + kept.setLogAside(plan.from()));
            plan = log.plan(wishes.to());
        }
        log.write(plan, watcher::reached);
    }

    /** Comes first: a restore that is killed after it loses nothing, however the service is started. */
    private void readAgain(KeptState kept, Wishes wishes, Watcher watcher) throws InterruptedException {
        String brokers = wishes.bootstrapServers();
        if (brokers == null) {
            watcher.step("the consumer group is left as it is; before the service starts, set it back with"
                    + " kafka-consumer-groups.sh --reset-offsets --to-earliest --group " + service);
            return;
        }
        try (TopicReading reading = new TopicReading(brokers, service)) {
            if (reading.isInUse()) {
                throw new RestoreRefused("the service " + service + " reads its topics: stop it first, every instance"
                        + " (one that was killed is missed after some seconds)");
            }
            if (reading.isStreams()) {
                watcher.step("the streams of " + service + " go on where they are: their state is not the log's");
                return;
            }
            Map<TopicPartition, Long> again = reading.beginAgain(kept.parkedFrom(), wishes.since());
            long parked = kept.dropParked(again);
            watcher.step("to be read again: " + topics(again.keySet()) + " from "
                    + (wishes.since() == null
                            ? "their beginning"
                            : wishes.since().toString()) + "; parked events that"
                    + " come again: " + parked);
        }
    }

    private static Set<String> topics(Set<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::topic).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        client.close();
    }

    /** Whoever is told how a restore goes. */
    public interface Watcher {

        void step(String what);

        /** The log goes up to this position now; comes often. */
        default void reached(long position) {}
    }

    /**
     * How a log is restored.
     *
     * @param to the position after the last event that is wanted; null for the whole archive
     * @param setAside whether a log that is in the way is kept under another name, or refused
     * @param bootstrapServers the broker at which the topics are read again; null if that is done by hand
     * @param since when what is read again was published; null for all that the topics still have
     */
    public record Wishes(
            @Nullable Long to,
            boolean setAside,
            @Nullable String bootstrapServers,
            @Nullable Instant since) {}
}
