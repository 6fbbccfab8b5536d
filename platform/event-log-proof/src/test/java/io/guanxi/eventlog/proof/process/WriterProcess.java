package io.guanxi.eventlog.proof.process;

import com.mongodb.client.MongoClient;
import io.guanxi.eventlog.chain.ConcurrentCommit;
import io.guanxi.eventlog.proof.engine.Attempt;
import io.guanxi.eventlog.proof.engine.OpenLog;
import io.guanxi.eventlog.proof.journal.Journal;
import io.guanxi.eventlog.proof.journal.Operation.Acknowledged;
import io.guanxi.eventlog.proof.journal.Operation.Invoked;
import io.guanxi.eventlog.proof.journal.Operation.Refused;
import io.guanxi.eventlog.proof.journal.Operation.Unknown;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Appends commits of one to five events, to a few streams that all writers share and to many that are new. */
public final class WriterProcess {

    private static final int THREADS = 3;
    private static final int SHARED_STREAMS = 4;
    private static final int MOST_EVENTS = 5;
    private static final int PAUSE_MILLIS = 25;

    private final String name;
    private final OpenLog log;
    private final Journal journal;
    private final RandomGenerator random;
    private final Map<String, Long> believed = new HashMap<>();
    private int written;

    private WriterProcess(String name, OpenLog log, Journal journal, RandomGenerator random) {
        this.name = name;
        this.log = log;
        this.journal = journal;
        this.random = random;
    }

    public static void main(String[] arguments) throws IOException {
        Post post = Post.of(arguments);
        Journal journal = post.openJournal();
        MongoClient client = post.connect();
        OpenLog log = post.open(client);
        for (int thread = 0; thread < THREADS; thread++) {
            RandomGenerator random = new SplittableRandom(post.seed() * THREADS + thread);
            WriterProcess writer = new WriterProcess(post.name() + "-" + thread, log, journal, random);
            Thread.ofPlatform().daemon().start(writer::write);
        }
        Post.untilUnwanted();
        Runtime.getRuntime().halt(0);
    }

    private void write() {
        while (true) {
            attempt(random.nextInt(3) == 0 ? name + "-own-" + written : "shared-" + random.nextInt(SHARED_STREAMS));
            Post.pause(random.nextInt(PAUSE_MILLIS));
        }
    }

    private void attempt(String stream) {
        Long version = version(stream);
        if (version == null) {
            return;
        }
        Attempt attempt = new Attempt(name + "-" + written++, stream, version, 1 + random.nextInt(MOST_EVENTS));
        journal.write(new Invoked(attempt.commit(), stream, version, attempt.events()));
        try {
            long position = -1;
            if (random.nextBoolean()) {
                position = log.appendForPosition(attempt);
            } else {
                log.append(attempt);
            }
            journal.write(new Acknowledged(attempt.commit(), position));
            believed.put(stream, version + attempt.events());
        } catch (ConcurrencyException | AggregateStreamCreationException | ConcurrentCommit conflict) {
            journal.write(new Refused(attempt.commit(), "conflict"));
            believed.remove(stream);
        } catch (RuntimeException unclear) {
            journal.write(new Unknown(attempt.commit(), unclear.getClass().getSimpleName()));
            believed.remove(stream);
        }
    }

    /** Half of the time it believes what it wrote last, as a cached aggregate does; so that there are conflicts. */
    private Long version(String stream) {
        Long last = believed.get(stream);
        if (last != null && random.nextBoolean()) {
            return last;
        }
        try {
            return log.storage().lastSequenceNumberFor(stream).orElse(-1L) + 1;
        } catch (RuntimeException away) {
            return null;
        }
    }
}
