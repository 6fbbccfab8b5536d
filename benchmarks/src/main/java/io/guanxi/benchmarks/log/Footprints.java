package io.guanxi.benchmarks.log;

import io.guanxi.benchmarks.log.Contender.Footprint;
import io.guanxi.benchmarks.report.Report;
import io.guanxi.benchmarks.report.Table;
import java.sql.SQLException;
import java.util.Locale;

/** Bytes on disk for an event, and how many of them are indexes beside the one of the primary key. */
final class Footprints {

    private static final int WRITERS = 32;

    private final Servers servers;
    private final Plan plan;

    Footprints(Servers servers, Plan plan) {
        this.servers = servers;
        this.plan = plan;
    }

    void measure(Report report) throws Exception {
        Table table = servers.tableOfContenders("Bytes stored for an event", "contender");
        for (int commit : plan.footprintCommits()) {
            measure(table, commit);
        }
        table.note(String.format(
                Locale.ROOT,
                "%,d events whose JSON has %d bytes. %s",
                plan.footprint(),
                SampleEvents.bytes(),
                servers.standIn()
                        ? "On the stand-in: its compressed file after a stop, by events; indexes are what the file is larger"
                                + " than one without them, and the primary key is not counted among them."
                        : "On MongoDB: storageSize and totalIndexSize of collStats after a checkpoint, with the primary"
                                + " key's index."));
        if (servers.relational()) {
            table.note("On PostgreSQL: pg_total_relation_size and pg_indexes_size, with the primary key's index.");
        }
        report.add(table);
    }

    private void measure(Table table, int commit) throws Exception {
        if (servers.standIn()) {
            for (String name : MongoContenders.NAMES) {
                long with = bytesOfFile(name, commit, true);
                put(table, name, commit, new Footprint(with, Math.max(0, with - bytesOfFile(name, commit, false))));
            }
        }
        try (Lineup lineup = shared(commit)) {
            for (Contender contender : lineup.all()) {
                if (!servers.standIn() || contender.name().equals(JpaContenders.NAME)) {
                    fill(contender, commit);
                    put(table, contender.name(), commit, contender.footprint());
                }
            }
        }
    }

    private Lineup shared(int commit) throws SQLException {
        return servers.open("footprint" + commit, SampleEvents.CALM);
    }

    private void put(Table table, String name, int commit, Footprint footprint) {
        if (footprint.equals(Footprint.UNKNOWN)) {
            return;
        }
        String of = ", commits of " + commit;
        table.put(name, "all" + of, perEvent(footprint.total()));
        table.put(name, "indexes" + of, perEvent(footprint.indexes()));
    }

    private long perEvent(long bytes) {
        return Math.round((double) bytes / plan.footprint());
    }

    /** @param indexes whether to keep those beside the primary key */
    long bytesOfFile(String name, int commit, boolean indexes) throws Exception {
        try (StoreProcess store = servers.ownStore()) {
            try (Lineup lineup = Servers.on(store, SampleEvents.CALM)) {
                if (!indexes) {
                    lineup.mongo().dropDatabases();
                }
                fill(lineup.named(name), commit);
            }
            return store.bytesAfterStop();
        }
    }

    private void fill(Contender contender, int commit) throws Exception {
        new GrownLog(contender, SampleEvents.CALM).append(plan.footprint(), commit, WRITERS);
    }
}
