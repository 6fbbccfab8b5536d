package io.guanxi.customer.file.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What can be asked of a customer's file. Times come in with the command, to the millisecond. */
public sealed interface CustomerCommand {

    /**
     * One of an order's events came. All of them carry the whole order, so any can be the first.
     *
     * @param orderedAt when the order was placed as far as this event knows
     * @param cancelled whether this event cancels the order
     */
    record NoteOrder(String shop, String externalId, String orderId, Instant orderedAt, boolean cancelled)
            implements CustomerCommand {
        public NoteOrder {
            orderedAt = orderedAt.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /** The shop registers the customer, with the contact data it has. */
    record Register(String shop, String externalId, Map<ContactField, SealedValue> contact, Instant happenedAt)
            implements CustomerCommand {
        public Register {
            contact = Collections.unmodifiableMap(new TreeMap<>(contact));
            happenedAt = happenedAt.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /** The shop has news of a customer's contact data. A field of which something as young is known keeps its value. */
    record LearnContact(String shop, String externalId, Map<ContactField, SealedValue> contact, Instant happenedAt)
            implements CustomerCommand {
        public LearnContact {
            contact = Collections.unmodifiableMap(new TreeMap<>(contact));
            happenedAt = happenedAt.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /**
     * Somebody who sees the file corrects contact data. This wins over everything that the file knows, whatever the clocks
     * say, and over all that is older and comes later.
     *
     * @param removed the fields that are to have no value
     * @param expectedVersion the version of the file that they have seen; null if they do not mind
     */
    record CorrectContact(
            Map<ContactField, SealedValue> contact,
            Set<ContactField> removed,
            @Nullable Long expectedVersion,
            Instant happenedAt)
            implements CustomerCommand {
        public CorrectContact {
            contact = Collections.unmodifiableMap(new TreeMap<>(contact));
            removed = Set.copyOf(removed);
            happenedAt = happenedAt.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /** Look whether time alone has brought the customer to another stage by {@code asOf}. */
    record ReviewLifeCycle(Instant asOf) implements CustomerCommand {
        public ReviewLifeCycle {
            asOf = asOf.truncatedTo(ChronoUnit.MILLIS);
        }
    }
}
