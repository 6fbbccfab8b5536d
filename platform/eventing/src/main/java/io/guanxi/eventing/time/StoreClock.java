package io.guanxi.eventing.time;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The time of the store, which all instances share, so that no machine's own clock says what is due. It goes on between two
 * looks by a watch that only runs forward: setting this machine's clock changes nothing.
 *
 * <p>It is behind the store by up to the way of an answer and never ahead of it, so nothing is due early.
 */
public final class StoreClock extends Clock {

    private static final Duration LOOK_AFTER = Duration.ofSeconds(5);

    private static final Duration STORE_ANSWERS_WITHIN = Duration.ofSeconds(2);

    private final Supplier<Instant> storeTime;
    private final LongSupplier watch;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Look latest;

    /** @param seen what the watch showed when the store's answer was here */
    private record Look(Instant time, long seen) {}

    /**
     * @param storeTime asks the store; what it throws comes out of the first {@link #instant()} only
     * @param watch nanoseconds that only grow
     */
    StoreClock(Supplier<Instant> storeTime, LongSupplier watch) {
        this.storeTime = storeTime;
        this.watch = watch;
    }

    /**
     * The time of the server that a database is on. The first {@link #instant()} throws what the driver throws if that server
     * does not answer; later ones do without an answer for as long as it takes.
     */
    public static StoreClock of(MongoDatabase database) {
        MongoDatabase store = database.withTimeout(STORE_ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        return new StoreClock(
                () -> store.runCommand(new Document("hello", 1))
                        .getDate("localTime")
                        .toInstant(),
                System::nanoTime);
    }

    @Override
    public Instant instant() {
        Look look = latest;
        if (look == null) {
            look = firstLook();
        } else if (since(look) > LOOK_AFTER.toNanos() && looking.tryLock()) {
            try {
                look = nextLook(look);
            } finally {
                looking.unlock();
            }
        }
        return look.time().plusNanos(since(look));
    }

    private Look firstLook() {
        looking.lock();
        try {
            Look look = latest;
            return look == null ? look() : look;
        } finally {
            looking.unlock();
        }
    }

    /** The watch is good enough for as long as the store does not answer. */
    private Look nextLook(Look before) {
        try {
            return look();
        } catch (RuntimeException storeIsAway) {
            return before;
        }
    }

    private Look look() {
        Look look = new Look(storeTime.get(), watch.getAsLong());
        latest = look;
        return look;
    }

    private long since(Look look) {
        return watch.getAsLong() - look.seen();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants have no zone");
    }
}
