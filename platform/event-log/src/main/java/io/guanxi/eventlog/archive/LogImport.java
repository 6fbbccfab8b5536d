package io.guanxi.eventlog.archive;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.guanxi.eventlog.EventLogProperties.Durability;
import io.guanxi.eventlog.audit.LogScan;
import io.guanxi.eventlog.mongo.CommitDocuments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Makes a log of an archive: of an empty one, or of one that holds the archive's beginning and nothing else, as an import
 * that was killed leaves it. Nobody else may write meanwhile; should somebody, the import ends at the first position that is
 * taken. It only ever inserts after what is there, so the log stays a beginning of the archive at every moment.
 */
public final class LogImport {

    private final Path file;
    private final String service;
    private final MongoCollection<BsonDocument> events;
    private final LogScan log;

    private LogImport(Path file, String service, MongoCollection<BsonDocument> events, LogScan log) {
        this.file = file;
        this.service = service;
        this.events = events;
        this.log = log;
    }

    /** @param service the name that the archive must bear */
    public static LogImport of(Path file, String service, MongoDatabase database, Durability durability) {
        MongoCollection<BsonDocument> events = database.getCollection(LogScan.EVENTS, BsonDocument.class)
                .withReadConcern(durability.readConcern())
                .withWriteConcern(durability.writeConcern());
        return new LogImport(file, service, events, LogScan.of(database, LogScan.EVENTS, durability));
    }

    /** Reads a whole archive. @throws ArchiveRefused if it is damaged */
    public static ArchiveContent verify(Path file) throws IOException {
        try (ArchiveReader archive = ArchiveReader.open(file)) {
            boolean more = true;
            while (more) {
                more = archive.next() != null;
            }
            return new ArchiveContent(archive.header(), archive.commits(), archive.digest());
        }
    }

    /**
     * Reads the whole archive and compares it with the log, and changes nothing.
     *
     * @param to the position after the last event that is wanted; null for all
     * @throws ArchiveRefused if the archive is damaged or another service's, or if {@code to} is inside a commit
     */
    public Plan plan(@Nullable Long to) throws IOException {
        long present = log.end();
        ImportEnd end = new ImportEnd(to);
        String obstacle = null;
        try (ArchiveReader archive = ArchiveReader.open(file)) {
            if (!archive.header().service().equals(service)) {
                throw new ArchiveRefused(
                        "the archive holds the log of " + archive.header().service() + " (expected: " + service + ")");
            }
            for (Block block = archive.next(); block != null; block = archive.next()) {
                end.see(block);
                obstacle = obstacle == null ? difference(block.commits(), present) : obstacle;
            }
            long wanted = end.decide(archive.header().to());
            if (obstacle == null && present > wanted) {
                obstacle = "it ends at " + present + ", behind the end of what is wanted, " + wanted;
            }
            return new Plan(present, wanted, obstacle);
        }
    }

    private @Nullable String difference(List<BsonDocument> archived, long present) {
        List<BsonDocument> stored = new ArrayList<>();
        long next = position(archived.getFirst());
        while (next < present && stored.size() < archived.size()) {
            List<BsonDocument> page = log.page(next, present);
            stored.addAll(page);
            next = page.isEmpty() ? present : LogScan.after(page.getLast());
        }
        for (int i = 0; i < Math.min(stored.size(), archived.size()); i++) {
            if (!stored.get(i).equals(archived.get(i))) {
                return "they differ at position " + position(archived.get(i));
            }
        }
        return null;
    }

    /**
     * Writes what is missing.
     *
     * @param progress is told the position that is reached
     * @throws ArchiveRefused if the plan has an obstacle, or somebody else writes to the log
     */
    public void write(Plan plan, LongConsumer progress) throws IOException {
        if (plan.obstacle() != null) {
            throw new ArchiveRefused("the log is not empty and not a beginning of the archive: " + plan.obstacle());
        }
        events.createIndex(ascending(CommitDocuments.STREAM, CommitDocuments.VERSION), new IndexOptions().unique(true));
        try (ArchiveReader archive = ArchiveReader.open(file)) {
            for (Block block = archive.next(); block != null; block = archive.next()) {
                insert(block.commits().stream()
                        .filter(commit -> position(commit) >= plan.from() && position(commit) < plan.to())
                        .toList());
                progress.accept(Math.min(block.end(), plan.to()));
            }
        }
        long end = log.end();
        if (end != plan.to()) {
            throw new ArchiveRefused("the log ends at " + end + " after the import (expected: " + plan.to() + ")");
        }
    }

    private void insert(List<BsonDocument> commits) {
        if (commits.isEmpty()) {
            return;
        }
        try {
            events.insertMany(commits);
        } catch (MongoBulkWriteException refused) {
            int at = refused.getWriteErrors().stream()
                    .mapToInt(BulkWriteError::getIndex)
                    .findFirst()
                    .orElse(0);
            throw new ArchiveRefused(
                    "the store did not take the commit at position " + position(commits.get(at))
                            + ": the service runs, or the store is in trouble (import again when neither is so)",
                    refused);
        }
    }

    private static long position(BsonDocument commit) {
        return commit.getNumber(CommitDocuments.POSITION).longValue();
    }

    /**
     * What an import will do.
     *
     * @param from the end of the log before it
     * @param to the end of the log after it
     * @param obstacle why the log that is there is no beginning of what is wanted; null if it is one, or empty
     */
    public record Plan(long from, long to, @Nullable String obstacle) {}
}
