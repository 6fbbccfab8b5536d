package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.models.domain.Versions;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * After a new version of anything that a tenant's customers are judged by, goes through the customers of this partition in
 * small slices and has each reviewed. Boundaries have a new version on each new day of a tenant, so every customer also learns
 * of the days on which it did nothing. A version that comes meanwhile does not start it anew: it goes on to where it was then, once around, so that
 * also the last customer has its turn however many versions come. After a restart it goes around once.
 */
final class Rescoring {

    private static final int LOOKS_FOR_VERSIONS_EVERY = 5;

    private final CustomerBook book;
    private final InForceTable inForce;
    private final int atOnce;
    private final ObjLongConsumer<CustomerBook.Found> reviewing;
    private final Map<String, Known> versions = new HashMap<>();
    private final Map<String, Round> rounds = new LinkedHashMap<>();
    private int ticks;

    /** @param reviewing of a customer, at a moment of the machine's time */
    Rescoring(CustomerBook book, InForceTable inForce, int atOnce, ObjLongConsumer<CustomerBook.Found> reviewing) {
        this.book = book;
        this.inForce = inForce;
        this.atOnce = atOnce;
        this.reviewing = reviewing;
    }

    /** Which versions the customers of a tenant were last reviewed by. */
    private record Known(int generation, int boundariesVersion) {}

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
        if (ticks++ % LOOKS_FOR_VERSIONS_EVERY == 0) {
            noticeVersions();
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

    private void noticeVersions() {
        inForce.generations().forEach((tenant, generation) -> {
            Versions.Numbered boundaries = inForce.of(tenant).boundaries();
            Known now = new Known(generation, boundaries == null ? 0 : boundaries.version());
            if (!now.equals(versions.put(tenant, now))) {
                rounds.merge(tenant, Round.FROM_THE_START, (running, fresh) -> running.renewed());
            }
        });
    }

    private @Nullable Round slice(String tenant, Round round, long timestamp) {
        Bytes first = StoreKeys.customersOf(tenant);
        Bytes from = round.next() == null ? first : round.next();
        Bytes end = StoreKeys.end(first);
        Bytes until = round.until();
        Bytes to = until != null && from.compareTo(until) < 0 ? until : end;
        List<CustomerBook.Found> found = book.customers(from, to, atOnce);
        found.forEach(one -> reviewing.accept(one, timestamp));
        if (found.size() == atOnce) {
            return new Round(after(found.getLast().customer()), until);
        }
        boolean once = until == null || !to.equals(end);
        return once ? null : new Round(null, until);
    }

    private static Bytes after(String customer) {
        return Bytes.wrap((customer + '\0').getBytes(StandardCharsets.UTF_8));
    }
}
