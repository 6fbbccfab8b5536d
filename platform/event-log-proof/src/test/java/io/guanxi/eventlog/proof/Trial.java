package io.guanxi.eventlog.proof;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.guanxi.eventlog.proof.engine.Effects;
import io.guanxi.eventlog.proof.engine.Engine;
import io.guanxi.eventlog.proof.engine.OpenLog;
import io.guanxi.eventlog.proof.engine.SeenEvent;
import io.guanxi.eventlog.proof.fault.FaultyWire;
import io.guanxi.eventlog.proof.fault.Misfortune;
import io.guanxi.eventlog.proof.journal.Operation;
import io.guanxi.eventlog.proof.judge.Evidence;
import io.guanxi.eventlog.proof.process.FollowerProcess;
import io.guanxi.eventlog.proof.process.Server;
import io.guanxi.eventlog.proof.process.Worker;
import io.guanxi.eventlog.proof.process.Worker.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** One run: processes at work on one log, while everything goes wrong that the seed has chosen; then calm, and the end. */
final class Trial implements AutoCloseable {

    private static final double MISHAPS_WHILE_CUT = 0.06;
    private static final double MISHAPS_ELSE = 0.005;
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration SETTLING = Duration.ofMillis(400);

    private final Engine engine;
    private final Server server;
    private final FaultyWire wire;
    private final String database;
    private final List<Misfortune> plan;
    private final List<Worker> writers;
    private final List<Worker> readers;
    private final List<Worker> followers;

    Trial(Engine engine, Server server, Path folder, long seed, int rounds) {
        this.engine = engine;
        this.server = server;
        this.plan = Misfortune.plan(seed, rounds);
        this.wire = new FaultyWire(server.host(), server.port(), seed);
        this.database = "trial-" + engine + "-" + seed + "-" + System.nanoTime();
        try (MongoClient client = MongoClients.create(server.uri())) {
            FollowerProcess.prepare(engine, client, database);
        }
        RandomGenerator random = new SplittableRandom(seed);
        this.writers = workers(Role.WRITER, 3, folder, random);
        this.readers = workers(Role.READER, 2, folder, random);
        this.followers = workers(Role.FOLLOWER, 2, folder, random);
    }

    private List<Worker> workers(Role role, int count, Path folder, RandomGenerator random) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Worker(role, engine, wire.uri(), database, folder, number, random))
                .toList();
    }

    List<Misfortune> plan() {
        return plan;
    }

    String mishaps() {
        return wire.counts();
    }

    /** @param patience how long readers and followers may take to come to the end once all is calm */
    Evidence run(Duration patience) throws InterruptedException {
        awaitBegun();
        wire.rough(MISHAPS_ELSE);
        long began = System.nanoTime();
        List<Thread> misfortunes = new ArrayList<>();
        for (Misfortune misfortune : plan) {
            Thread.sleep(Math.max(0, misfortune.afterMillis() - millisSince(began)));
            misfortunes.add(Thread.ofPlatform().start(() -> happen(misfortune)));
        }
        for (Thread misfortune : misfortunes) {
            misfortune.join();
        }
        wire.rough(0);
        writers.forEach(Worker::finish);
        // A connection from before would still have to learn that the store was killed.
        try (MongoClient client = MongoClients.create(server.uri())) {
            return judgeable(client, patience);
        }
    }

    private Evidence judgeable(MongoClient client, Duration patience) throws InterruptedException {
        List<SeenEvent> view = view(client);
        long calm = System.nanoTime();
        while (millisSince(calm) < patience.toMillis()
                && !evidence(view, client).isComplete()) {
            Thread.sleep(200);
        }
        Stream.concat(readers.stream(), followers.stream()).forEach(Worker::finish);
        return evidence(view, client);
    }

    /** Processes take seconds to start; what strikes them before they work proves nothing. */
    private void awaitBegun() {
        Awaitility.await("all at work")
                .atMost(START)
                .until(() -> Stream.concat(writers.stream(), readers.stream()).allMatch(Worker::hasBegun)
                        && followers.stream().anyMatch(Worker::hasBegun));
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    private void happen(Misfortune misfortune) {
        switch (misfortune.kind()) {
            case KILL_WRITER -> one(writers, misfortune).killAndRestart();
            case KILL_READER -> one(readers, misfortune).killAndRestart();
            case KILL_FOLLOWER -> one(followers, misfortune).killAndRestart();
            case PAUSE_WRITER -> pause(one(writers, misfortune), misfortune);
            case PAUSE_READER -> pause(one(readers, misfortune), misfortune);
            case PAUSE_FOLLOWER -> pause(one(followers, misfortune), misfortune);
            case KILL_STORE -> {
                if (server.isOurs()) {
                    server.killAndRestart();
                }
            }
            case PAUSE_STORE -> {
                if (server.isOurs()) {
                    server.stop();
                    last(misfortune);
                    server.goOn();
                }
            }
            case CUT_WIRE -> {
                wire.rough(MISHAPS_WHILE_CUT);
                last(misfortune);
                wire.rough(MISHAPS_ELSE);
            }
        }
    }

    private static Worker one(List<Worker> workers, Misfortune misfortune) {
        return workers.get(misfortune.which() % workers.size());
    }

    private static void pause(Worker worker, Misfortune misfortune) {
        worker.stop();
        last(misfortune);
        worker.goOn();
    }

    private static void last(Misfortune misfortune) {
        try {
            Thread.sleep(misfortune.lastsMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a new reader finds once nothing that was on its way arrives any more. */
    private List<SeenEvent> view(MongoClient client) throws InterruptedException {
        try (OpenLog log = engine.open(client, database)) {
            List<SeenEvent> view = read(log);
            for (List<SeenEvent> before = List.of(); !view.equals(before); view = read(log)) {
                before = view;
                Thread.sleep(SETTLING);
            }
            return view;
        }
    }

    private static List<SeenEvent> read(OpenLog log) {
        return log.storage().readEvents(null, false).map(SeenEvent::of).toList();
    }

    private Evidence evidence(List<SeenEvent> view, MongoClient client) {
        Map<String, List<Operation>> shown = new LinkedHashMap<>();
        readers.forEach(reader -> shown.putAll(reader.journals()));
        return new Evidence(
                all(writers),
                shown,
                readers.stream().map(Worker::name).toList(),
                all(followers),
                new Effects(client.getDatabase(database)).counts(),
                view);
    }

    private static Collection<Operation> all(List<Worker> workers) {
        return workers.stream()
                .flatMap(worker -> worker.journals().values().stream())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() throws IOException {
        Stream.of(writers, readers, followers).flatMap(List::stream).forEach(Worker::close);
        wire.close();
    }
}
