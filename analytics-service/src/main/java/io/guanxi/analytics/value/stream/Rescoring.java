package io.guanxi.analytics.value.stream;

import io.guanxi.analytics.value.domain.Scores;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * After a revision, goes through the tenant's customers of this partition in small slices and publishes those whose scores
 * changed. A revision that comes meanwhile does not start it anew: it goes on to where it was then, once around, so that
 * also the last customer has its turn however often boundaries are revised. After a restart it goes around once.
 */
final class Rescoring {

    private static final int LOOKS_FOR_REVISIONS_EVERY = 5;

    private final CustomerBook book;
    private final BoundariesInForce boundaries;
    private final int atOnce;
    private final Republishing republishing;
    private final Map<String, Integer> versions = new HashMap<>();
    private final Map<String, Round> rounds = new LinkedHashMap<>();
    private int ticks;

    Rescoring(CustomerBook book, BoundariesInForce boundaries, int atOnce, Republishing republishing) {
        this.book = book;
        this.boundaries = boundaries;
        this.atOnce = atOnce;
        this.republishing = republishing;
    }

    /** Keeps a customer with its new scores and publishes it. */
    @FunctionalInterface
    interface Republishing {
        void republish(String customer, CustomerEntry entry, long timestamp);
    }

    /**
     * @param next the key to go on with; null for the tenant's first
     * @param until where to stop after the start was passed; null to stop at the tenant's last
     */
    private record Round(@Nullable Bytes next, @Nullable Bytes until) {

        static final Round FROM_THE_START = new Round(null, null);

        Round renewed() {
            return new Round(next, next);
        }
    }

    void tick(long timestamp) {
        if (ticks++ % LOOKS_FOR_REVISIONS_EVERY == 0) {
            noticeRevisions();
        }
        Iterator<Map.Entry<String, Round>> some = rounds.entrySet().iterator();
        if (some.hasNext()) {
            Map.Entry<String, Round> one = some.next();
            Round left = slice(one.getKey(), one.getValue(), timestamp);
            some.remove();
            if (left != null) {
                // At the end of the line: tenants take turns.
                rounds.put(one.getKey(), left);
            }
        }
    }

    private void noticeRevisions() {
        boundaries.all().forEach((tenant, revised) -> {
            Integer known = versions.put(tenant, revised.version());
            if (known == null || known != revised.version()) {
                rounds.merge(tenant, Round.FROM_THE_START, (running, fresh) -> running.renewed());
            }
        });
    }

    private @Nullable Round slice(String tenant, Round round, long timestamp) {
        Bytes first = Bytes.wrap((tenant + "/").getBytes(StandardCharsets.UTF_8));
        RevisedBoundaries revised = boundaries.of(tenant);
        Bytes from = round.next() == null ? first : round.next();
        Bytes end = StoreKeys.end(first);
        Bytes until = round.until();
        Bytes to = until != null && from.compareTo(until) < 0 ? until : end;
        List<CustomerBook.Found> found = book.customers(from, to, atOnce);
        found.forEach(one -> rescore(one, revised, timestamp));
        if (found.size() == atOnce) {
            return new Round(after(found.getLast().customer()), until);
        }
        boolean once = until == null || !to.equals(end);
        return once ? null : new Round(null, until);
    }

    private void rescore(CustomerBook.Found found, @Nullable RevisedBoundaries revised, long timestamp) {
        Scores scores = ValueStates.scores(found.entry().facts(), revised);
        Scores published = found.entry().published();
        if (scores != null && (published == null || !published.sameAs(scores))) {
            republishing.republish(found.customer(), found.entry().published(scores), timestamp);
        }
    }

    private static Bytes after(String customer) {
        return Bytes.wrap((customer + '\0').getBytes(StandardCharsets.UTF_8));
    }
}
