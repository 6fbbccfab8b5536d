package io.guanxi.eventlog.proof.process;

import com.mongodb.client.MongoClient;
import io.guanxi.eventlog.proof.engine.OpenLog;
import io.guanxi.eventlog.proof.engine.SeenEvent;
import io.guanxi.eventlog.proof.journal.Journal;
import io.guanxi.eventlog.proof.journal.Operation.Read;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Follows the log from its beginning, as an event processor does: by a stream that it opens again where it broke. */
public final class ReaderProcess {

    private ReaderProcess() {}

    public static void main(String[] arguments) throws IOException {
        Post post = Post.of(arguments);
        Journal journal = post.openJournal();
        MongoClient client = post.connect();
        OpenLog log = post.open(client);
        Thread.ofPlatform().daemon().start(() -> follow(log, journal));
        Post.untilUnwanted();
        Runtime.getRuntime().halt(0);
    }

    private static void follow(OpenLog log, Journal journal) {
        TrackingToken token = null;
        while (true) {
            token = followFrom(token, log, journal);
            Post.pause(50);
        }
    }

    private static @Nullable TrackingToken followFrom(@Nullable TrackingToken token, OpenLog log, Journal journal) {
        TrackingToken last = token;
        try (BlockingStream<TrackedEventMessage<?>> stream = log.store().openStream(token)) {
            while (true) {
                if (stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
                    TrackedEventMessage<?> message = stream.nextAvailable();
                    SeenEvent seen = SeenEvent.of(message);
                    journal.write(new Read(seen.id(), seen.stream(), seen.sequence(), seen.position()));
                    last = message.trackingToken();
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException broken) {
            return last;
        }
    }
}
