package io.guanxi.benchmarks.log;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.guanxi.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What the contenders are measured on: one server for all that speak MongoDB's protocol, and PostgreSQL where there is one. */
final class Servers implements AutoCloseable {

    static final String NO_POSTGRES = "not available: install postgresql";

    private static final String STAND_IN =
            "embedded stand-in (mongo-java-server on MVStore), not a MongoDB: for comparison"
                    + " only; a commit survives a kill of the process, not a loss of power";

    private final Cleanup cleanup;
    private final @Nullable String named;
    private final String uri;
    private final String description;
    private final @Nullable PostgresProcess postgres;

    private Servers(
            Cleanup cleanup,
            @Nullable String named,
            String uri,
            String description,
            @Nullable PostgresProcess postgres) {
        this.cleanup = cleanup;
        this.named = named;
        this.uri = uri;
        this.description = description;
        this.postgres = postgres;
    }

    /**
     * @param named the server to use instead of an embedded store, as a connection string
     * @param relational whether to look for PostgreSQL
     */
    static Servers start(Cleanup cleanup, @Nullable String named, boolean relational) throws IOException, SQLException {
        String uri = named != null ? named : cleanup.add(StoreProcess.start()).uri();
        String description = "Server: "
                + (named != null ? "what --store names; it calls itself MongoDB " + version(named) : STAND_IN) + ".";
        Optional<Path> programs = relational ? PostgresProcess.programs() : Optional.empty();
        PostgresProcess postgres = programs.isPresent() ? cleanup.add(PostgresProcess.start(programs.get())) : null;
        if (postgres != null) {
            description += " The JPA engine on " + postgres.version() + ", fsync on.";
        }
        return new Servers(cleanup, named, uri, description, postgres);
    }

    private static String version(String uri) {
        try (MongoClient client = MongoClients.create(uri)) {
            return client.getDatabase("admin")
                    .runCommand(new Document("buildInfo", 1))
                    .getString("version");
        }
    }

    String description() {
        return description;
    }

    /** An empty table that says what was measured on, and which column is missing. */
    Table table(String title, String corner) {
        Table table = new Table(title, description, corner);
        if (postgres == null) {
            table.absent(JpaContenders.NAME, NO_POSTGRES);
        }
        return table;
    }

    /** One whose rows are the contenders. */
    Table tableOfContenders(String title, String corner) {
        Table table = new Table(title, description, corner);
        if (postgres == null) {
            table.note(JpaContenders.NAME + ": " + NO_POSTGRES + ".");
        }
        return table;
    }

    boolean standIn() {
        return named == null;
    }

    boolean relational() {
        return postgres != null;
    }

    /** @param label names the databases; a label is used once */
    Lineup open(String label, LogClock clock) throws SQLException {
        Lineup lineup = open(uri, label, clock);
        if (postgres != null) {
            lineup.add(new JpaContenders(postgres).open(label, clock));
        }
        return cleanup.add(lineup);
    }

    private static Lineup open(String uri, String label, LogClock clock) {
        MongoContenders mongo = new MongoContenders(uri, clock);
        List<Contender> contenders = new ArrayList<>(List.of(
                mongo.ours(label), mongo.documentPerEvent(label), mongo.documentPerCommit(label), mongo.driver(label)));
        return new Lineup(contenders, mongo);
    }

    /** A store that only this contender will write to, so that its file tells how much that is. */
    StoreProcess ownStore() throws IOException {
        return cleanup.add(StoreProcess.start());
    }

    static Lineup on(StoreProcess store, LogClock clock) {
        return open(store.uri(), "alone", clock);
    }

    @Override
    public void close() {
        if (named != null) {
            try (MongoContenders mongo = new MongoContenders(named, SampleEvents.CALM)) {
                mongo.dropDatabases();
            }
        }
    }
}
