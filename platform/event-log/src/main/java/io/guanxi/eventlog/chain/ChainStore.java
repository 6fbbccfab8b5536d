package io.guanxi.eventlog.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The four things the chain needs from a store. The one on MongoDB is the real one; tests put faults into another. */
public interface ChainStore {

    /**
     * Inserts in the given order and stops at the first that does not go in. A position, and a stream with a version, can be
     * taken once.
     *
     * @throws StoreAway if the store was not reached or did not answer; each link may be stored or not, in order
     */
    Written insert(List<Link> links);

    /** The commit that stands at this place of the stream, durably, or null. */
    @Nullable
    Place find(String stream, long version);

    /** The position after the last durable event; 0 in an empty log. */
    long end();

    /** Who stands at a place. */
    record Place(long position, String commit) {}

    /** How far an insert got. */
    sealed interface Written {

        /** All links are durable. */
        record All() implements Written {}

        /** The links before {@code index} are durable; the one at it met a duplicate of either kind; the rest was not tried. */
        record Duplicate(int index) implements Written {}
    }

    /** The store was not reached, or its reply was lost. */
    final class StoreAway extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public StoreAway(RuntimeException cause) {
            super(cause.getMessage(), cause);
        }

        RuntimeException reason() {
            return getCause() instanceof RuntimeException reason ? reason : this;
        }
    }
}
