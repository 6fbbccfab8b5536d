package io.guanxi.eventlog.proof.process;

import io.guanxi.eventlog.proof.engine.Engine;
import io.guanxi.eventlog.proof.journal.Journal;
import io.guanxi.eventlog.proof.journal.Operation;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A writer, a reader or a follower: one process after another, each with a name, a journal and a clock of its own. */
public final class Worker implements AutoCloseable {

    private static final long HOUR = 3_600_000;
    /** {@code -Dguanxi.proof.clocks=right} leaves out what wrong clocks do, to see what is left. */
    private static final List<Long> CLOCK_SHIFTS =
            System.getProperty("guanxi.proof.clocks", "wrong").equals("right") ? List.of(0L) : List.of(0L, HOUR, -HOUR);

    /** What each kind of worker does. */
    public enum Role {
        WRITER(WriterProcess.class),
        READER(ReaderProcess.class),
        FOLLOWER(FollowerProcess.class);

        private final Class<?> main;

        Role(Class<?> main) {
            this.main = main;
        }
    }

    private final Role role;
    private final Engine engine;
    private final String uri;
    private final String database;
    private final Path folder;
    private final int number;
    private final RandomGenerator random;
    private final Map<String, Path> journals = new LinkedHashMap<>();
    private Child child;
    private String name;
    private boolean wanted = true;

    public Worker(
            Role role, Engine engine, String uri, String database, Path folder, int number, RandomGenerator random) {
        this.role = role;
        this.engine = engine;
        this.uri = uri;
        this.database = database;
        this.folder = folder;
        this.number = number;
        this.random = random;
        start();
    }

    private void start() {
        name = role.name().toLowerCase() + number + "." + journals.size();
        Path journal = folder.resolve(name + ".log");
        journals.put(name, journal);
        Post post = new Post(engine, uri, database, journal, name, random.nextLong());
        long clockShift = CLOCK_SHIFTS.get((number + journals.size() - 1) % CLOCK_SHIFTS.size());
        child = Child.start(role.main, folder, clockShift, post.arguments());
    }

    /** Another takes its place, under a new name. */
    public synchronized void killAndRestart() {
        if (wanted) {
            child.kill();
            start();
        }
    }

    public synchronized void stop() {
        child.stop();
    }

    public synchronized void goOn() {
        child.goOn();
    }

    public synchronized void finish() {
        wanted = false;
        child.goOn();
        child.finish();
    }

    /** The name of the one that lives. */
    public synchronized String name() {
        return name;
    }

    public synchronized boolean hasBegun() {
        return journals().values().stream().anyMatch(journal -> !journal.isEmpty());
    }

    /** By the names of all that ever were. */
    public synchronized Map<String, List<Operation>> journals() {
        Map<String, List<Operation>> operations = new LinkedHashMap<>();
        journals.forEach((name, path) -> operations.put(name, Journal.read(path)));
        return operations;
    }

    @Override
    public synchronized void close() {
        child.close();
    }
}
