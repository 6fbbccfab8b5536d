package io.guanxi.loyalty.programme.rulebook;

import io.guanxi.loyalty.programme.domain.Programme;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent;
import io.guanxi.loyalty.programme.domain.ProgrammeTerms;
import io.guanxi.loyalty.programme.domain.RuleBook;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rule book of each tenant, straight from the log and kept in memory.
 *
 * <p>What is published begins a lead time later at the earliest. A book is read again after a short time, and is not used
 * when it is older than half the lead time; the other half is for a publication that takes long to be stored. So nobody
 * decides by rules that no longer hold, on whichever instance they were published.
 *
 * <p>For many threads.
 */
public final class RuleBooks {

    private static final Logger LOG = LoggerFactory.getLogger(RuleBooks.class);

    private final RecordedProgrammes recorded;
    private final ProgrammeTerms terms;
    private final long readAgainAfter;
    private final long uselessAfter;
    private final LongSupplier watch;
    private final ConcurrentMap<String, Shelf> shelves = new ConcurrentHashMap<>();

    /** @param watch nanoseconds that only grow */
    RuleBooks(RecordedProgrammes recorded, ProgrammeTerms terms, Duration readAgainAfter, LongSupplier watch) {
        this.recorded = recorded;
        this.terms = terms;
        this.readAgainAfter = readAgainAfter.toNanos();
        this.uselessAfter = terms.leadTime().toNanos() / 2;
        this.watch = watch;
    }

    /**
     * The rules by which a tenant's orders are judged. Asks the log only now and then.
     *
     * @throws RuntimeException what reading the log throws, if the book is too old to decide by; the same question may be
     *     answered later
     */
    public RuleBook of(String tenant) {
        return shelf(tenant).book();
    }

    /**
     * A tenant's programme as the log has it now.
     *
     * @throws RuntimeException what reading the log throws
     */
    public Programme programme(String tenant) {
        return shelf(tenant).readNow().programme();
    }

    /** Has a change be seen here at once. If it cannot be read now, it is by the next who asks. */
    public void refresh(String tenant) {
        shelf(tenant).refresh();
    }

    private Shelf shelf(String tenant) {
        return shelves.computeIfAbsent(tenant, Shelf::new);
    }

    /**
     * @param next the sequence of the first event that is not in it
     * @param asOf what the watch showed before it was read
     */
    private record Reading(Programme programme, RuleBook book, long next, long asOf) {}

    /** What is known of one tenant. */
    private final class Shelf {

        private final String tenant;
        private final ReentrantLock reading = new ReentrantLock();
        private volatile @Nullable Reading latest;

        /** When the log was asked last, with or without an answer; guarded by the lock. */
        private long asked;

        private Shelf(String tenant) {
            this.tenant = tenant;
        }

        RuleBook book() {
            Reading present = latest;
            if (present == null || since(present.asOf()) > uselessAfter) {
                return readUnlessOthersDid().book();
            }
            if (since(present.asOf()) > readAgainAfter && reading.tryLock()) {
                try {
                    present = since(asked) > readAgainAfter ? readIfPossible(present) : present;
                } finally {
                    reading.unlock();
                }
            }
            return present.book();
        }

        Reading readNow() {
            reading.lock();
            try {
                return read();
            } finally {
                reading.unlock();
            }
        }

        void refresh() {
            reading.lock();
            try {
                read();
            } catch (RuntimeException storeIsAway) {
                latest = null;
                LOG.warn("The programme of {} was changed and cannot be read yet", tenant, storeIsAway);
            } finally {
                reading.unlock();
            }
        }

        private Reading readUnlessOthersDid() {
            reading.lock();
            try {
                Reading present = latest;
                return present != null && since(present.asOf()) <= readAgainAfter ? present : read();
            } finally {
                reading.unlock();
            }
        }

        /** The book is good enough for as long as it is not too old. */
        private Reading readIfPossible(Reading present) {
            try {
                return read();
            } catch (RuntimeException storeIsAway) {
                LOG.warn("The programme of {} cannot be read again yet", tenant, storeIsAway);
                return present;
            }
        }

        private Reading read() {
            long asOf = watch.getAsLong();
            asked = asOf;
            Reading before = latest;
            long next = before == null ? 0 : before.next();
            List<ProgrammeEvent> more = recorded.since(tenant, next);
            Programme programme = before == null ? Programme.untouched() : before.programme();
            for (ProgrammeEvent event : more) {
                programme = Programme.evolve(programme, event);
            }
            RuleBook book = before != null && more.isEmpty() ? before.book() : programme.book(terms);
            Reading read = new Reading(programme, book, next + more.size(), asOf);
            latest = read;
            return read;
        }

        private long since(long then) {
            return watch.getAsLong() - then;
        }
    }
}
