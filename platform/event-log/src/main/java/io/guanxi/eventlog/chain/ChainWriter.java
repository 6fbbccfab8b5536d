package io.guanxi.eventlog.chain;

import io.guanxi.eventlog.chain.ChainStore.Place;
import io.guanxi.eventlog.chain.ChainStore.StoreAway;
import io.guanxi.eventlog.chain.ChainStore.Written;
import io.guanxi.eventlog.signals.EventLogMetrics;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts groups of commits at the end of the chain. One thread at a time; any number of writers in any number of processes.
 *
 * <h2>The chain</h2>
 * A link is a document with a position {@code p} and a number of events {@code n}; its end is {@code p + n}. The store
 * takes each position once, and each (stream, version) once, and never removes a link.
 *
 * <p><b>Rule.</b> A writer inserts a link at {@code p > 0} only if it knows a durable link that ends at {@code p}: because
 * the store acknowledged that link, because it read it as the last one, or because that link goes in the same ordered
 * insert, in which a link is tried only after the one before it went in.
 *
 * <p><b>Claim.</b> At every moment the links are a chain: sorted by position, the first is at 0 and each stands at the end
 * of the one before it. So there is no gap and no overlap, and a link is visible only after all before it.
 *
 * <p><b>Proof</b>, by induction over the inserts that succeed, from whatever writer and however late they arrive. An empty
 * log is a chain. Let the links be a chain and let an insert at {@code p} succeed. If {@code p = 0}, nothing stood at 0, so
 * the log was empty, and the new link is a chain. If {@code p > 0}, by the rule there is a durable link {@code d} that ends
 * at {@code p}. Had {@code d} a successor, that would stand at {@code p}, and the insert would have failed as a duplicate.
 * So {@code d} is the last link, {@code p} is the end of the chain, and the new link continues it. Nothing here depends on
 * time or on who the writer is: a request that was thought lost and arrives late either continues the chain or fails.
 *
 * <p><b>Once.</b> A commit is stored at most once, however often it is sent: all its copies bear the same (stream, version).
 * It lost its race only if a durable link with that (stream, version) bears another commit id; then no copy of it can go in
 * any more, so a conflict that is reported is final.
 *
 * <p><b>Durable</b> means: survives the loss of a minority of the servers. On a replica set this needs majority writes and
 * majority reads; a link that was read and then rolled back would leave a hole before its successor.
 */
final class ChainWriter {

    private static final long UNKNOWN = -1;

    private final ChainStore store;
    private final EventLogMetrics metrics;
    private final Supplier<Patience> patience;
    private long next = UNKNOWN;

    ChainWriter(ChainStore store, EventLogMetrics metrics, Supplier<Patience> patience) {
        this.store = store;
        this.metrics = metrics;
        this.patience = patience;
    }

    /** Brings every append of the group to its outcome; never throws for the store's sake. */
    void write(List<Append> group) {
        List<Append> left = new ArrayList<>(group);
        Patience waits = patience.get();
        while (!left.isEmpty()) {
            int before = left.size();
            RuntimeException trouble = step(left);
            if (left.size() < before) {
                waits.renew();
            }
            if (trouble != null && !left.isEmpty() && !waits.another()) {
                left.forEach(append -> append.gaveUp(trouble));
                left.clear();
            }
        }
        waits.end();
    }

    /** @return why it is better to wait before the next step, or null */
    private @Nullable RuntimeException step(List<Append> left) {
        try {
            if (next == UNKNOWN) {
                settle(left);
                next = store.end();
            }
            return left.isEmpty() ? null : insert(left);
        } catch (StoreAway away) {
            next = UNKNOWN;
            return away.reason();
        } catch (RuntimeException fatal) {
            next = UNKNOWN;
            failed(left, fatal);
            return null;
        }
    }

    private @Nullable RuntimeException insert(List<Append> left) {
        metrics.grouped(left.size());
        List<Link> links = links(left);
        Written written;
        try {
            written = store.insert(links);
        } catch (StoreAway away) {
            metrics.replyLost();
            left.forEach(Append::doubt);
            throw away;
        }
        return switch (written) {
            case Written.All all -> {
                stored(left, links, links.size());
                yield null;
            }
            case Written.Duplicate duplicate -> {
                stored(left, links, duplicate.index());
                yield refused(left, links.get(duplicate.index()));
            }
        };
    }

    /** The first of {@code left} met a duplicate at {@code refused}; which kind it was is seen from who stands there. */
    private @Nullable RuntimeException refused(List<Append> left, Link refused) {
        if (settled(left.getFirst())) {
            left.removeFirst();
            next = UNKNOWN;
            return null;
        }
        metrics.collided();
        next = store.end();
        return next == refused.position()
                ? new IllegalStateException("position " + next + " is taken by a link that is not durable yet")
                : null;
    }

    /** After a lost reply: what is stored is done, what lost its race has failed, the rest is sent again. */
    private void settle(List<Append> left) {
        for (Iterator<Append> appends = left.iterator(); appends.hasNext(); ) {
            Append append = appends.next();
            if (append.inDoubt() && settled(append)) {
                appends.remove();
            }
        }
    }

    /** Whether the place of this commit in its stream is taken: by itself, which is success, or by another. */
    private boolean settled(Append append) {
        Commit commit = append.commit();
        Place place = store.find(commit.stream(), commit.version());
        if (place == null) {
            return false;
        }
        if (place.commit().equals(commit.id())) {
            append.storedAt(place.position());
        } else {
            metrics.conflicted();
            append.lost(place.commit());
        }
        return true;
    }

    private void stored(List<Append> left, List<Link> links, int count) {
        for (int i = 0; i < count; i++) {
            left.removeFirst().storedAt(links.get(i).position());
            next = links.get(i).end();
        }
    }

    /** The store refuses for good. One commit may be the reason, so that the others are tried without it. */
    private void failed(List<Append> left, RuntimeException fatal) {
        List<Append> all = List.copyOf(left);
        left.clear();
        if (all.size() == 1) {
            all.getFirst().gaveUp(fatal);
        } else {
            all.forEach(append -> write(List.of(append)));
        }
    }

    private List<Link> links(List<Append> appends) {
        List<Link> links = new ArrayList<>(appends.size());
        long position = next;
        for (Append append : appends) {
            Link link = new Link(position, append.commit());
            links.add(link);
            position = link.end();
        }
        return links;
    }
}
