package io.guanxi.eventlog.proof.process;

import io.guanxi.eventlog.proof.engine.Engine;
import java.nio.file.Path;
import java.util.List;

/** A process that does one thing at a time, as it is told. */
public final class Puppet implements AutoCloseable {

    private final Path folder;
    private final String uri;
    private final long clockShift;
    private Child child;

    private Puppet(Path folder, String uri, long clockShift) {
        this.folder = folder;
        this.uri = uri;
        this.clockShift = clockShift;
        this.child = start();
    }

    /** @param clockShift how many milliseconds its wall clock is ahead */
    public static Puppet start(Path folder, String uri, long clockShift) {
        return new Puppet(folder, uri, clockShift);
    }

    private Child start() {
        return Child.start(PuppetProcess.class, folder, clockShift, List.of(uri));
    }

    /** @param node the name under which it claims segments */
    public void open(Engine engine, String database, String node) {
        expect("open " + engine + " " + database + " " + node);
    }

    /** @return ok, refused (a conflict) or unknown with the reason */
    public String append(String commit, String stream, long version, int events) {
        return ask("append " + commit + " " + stream + " " + version + " " + events);
    }

    /** Goes on beside the next orders. */
    public void begin(String commit, String stream, long version, int events) {
        expect("begin " + commit + " " + stream + " " + version + " " + events);
    }

    /** Waits for what was begun. */
    public String outcome(String commit) {
        return ask("outcome " + commit);
    }

    public long lastSequence(String stream) {
        return Long.parseLong(ask("last " + stream));
    }

    /** The most documents that the server takes in one request. */
    public int mostInserts() {
        return Integer.parseInt(ask("most"));
    }

    /** The insert after so many others stops just before it leaves. */
    public void holdAfterInserts(int inserts) {
        expect("hold " + inserts);
    }

    public void awaitHeld() {
        expect("held");
    }

    public void release() {
        expect("release");
    }

    /** It will be gone, as by {@code kill -9}, when so many inserts are answered. */
    public void dieAfterInserts(int inserts) {
        expect("die " + inserts);
    }

    /** The ids of the events after those that it has read. */
    public List<String> read() {
        return words(ask("read"));
    }

    /** The ids of all events, as a new reader sees them. */
    public List<String> readFromTheBeginning() {
        return words(ask("again"));
    }

    /**
     * Asks the token store: {@code initialize}, {@code claim}, {@code store n}, {@code extend} or {@code let-go}; {@code effect n} is
     * what its claim is good for.
     */
    public String token(String order) {
        return ask(order);
    }

    public void stop() {
        child.stop();
    }

    public void goOn() {
        child.goOn();
    }

    /** Waits until it is dead by itself, and starts another in its place. */
    public void replace() {
        child.awaitEnd();
        child = start();
    }

    private String ask(String order) {
        child.tell(order);
        return child.hear();
    }

    private void expect(String order) {
        String answer = ask(order);
        if (!answer.equals("ok")) {
            throw new IllegalStateException(order + ": " + answer);
        }
    }

    private static List<String> words(String answer) {
        return answer.isEmpty() ? List.of() : List.of(answer.split(" "));
    }

    @Override
    public void close() {
        child.close();
    }
}
