package io.guanxi.eventlog.proof.process;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import io.guanxi.eventlog.proof.engine.Engine;
import io.guanxi.eventlog.proof.engine.OpenLog;
import io.guanxi.eventlog.proof.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where a process stands: what it works on, under which name, and whether it is still wanted.
 *
 * @param seed of what it does by chance
 */
record Post(Engine engine, String uri, String database, Path journal, String name, long seed) {

    static Post of(String[] arguments) {
        return new Post(
                Engine.valueOf(arguments[0]),
                arguments[1],
                arguments[2],
                Path.of(arguments[3]),
                arguments[4],
                Long.parseLong(arguments[5]));
    }

    List<String> arguments() {
        return List.of(engine.name(), uri, database, journal.toString(), name, Long.toString(seed));
    }

    MongoClient connect() {
        return connect(uri, new CommandListener() {});
    }

    /** An answer that does not come within two seconds is taken for lost; the request may still be on its way. */
    static MongoClient connect(String uri, CommandListener listener) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(1, TimeUnit.SECONDS).readTimeout(2, TimeUnit.SECONDS))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(500, TimeUnit.MILLISECONDS)
                        .minHeartbeatFrequency(50, TimeUnit.MILLISECONDS))
                .addCommandListener(listener)
                .build());
    }

    /** Opening asks the store for indexes, which may fail as often as anything else. */
    OpenLog open(MongoClient client) {
        return insist(() -> engine.open(client, database));
    }

    static <T> T insist(Supplier<T> request) {
        while (true) {
            try {
                return request.get();
            } catch (RuntimeException away) {
                pause(50);
            }
        }
    }

    Journal openJournal() {
        return new Journal(journal);
    }

    /** Returns when the one who started this process asks it to end, or is gone. */
    static void untilUnwanted() throws IOException {
        while (System.in.read() >= 0) {
            // Nothing is ever said, only the end.
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
