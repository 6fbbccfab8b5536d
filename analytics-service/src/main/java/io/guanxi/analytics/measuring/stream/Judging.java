package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.models.domain.Versions;
import io.guanxi.analytics.picture.domain.Standing;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.Measures;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Brings a customer's standing up to a day. It is the same as if all days were gone through anew: what was found is given up
 * from the first day on of which something else is known now, be it news of the customer, or other boundaries.
 */
final class Judging {

    private Judging() {}

    /**
     * The present day of a customer: that of the tenant's latest event, as far as it was measured, or of the customer's own.
     * Null if there was none.
     */
    static @Nullable LocalDate present(CustomerFacts facts, Versions versions) {
        LocalDate tenants = versions.latestDay();
        if (facts.equals(CustomerFacts.NOTHING)) {
            return tenants;
        }
        LocalDate own = Measures.day(facts.updatedAt());
        return tenants == null || own.isAfter(tenants) ? own : tenants;
    }

    /** @param before found by the same history, but for what was given up */
    static Judged upTo(LocalDate day, Judged before, CustomerHistory history, Compared versions) {
        Versions.Numbered boundaries = versions.versions().boundaries();
        int version = boundaries == null ? 0 : boundaries.version();
        Judged valid = version == before.boundariesVersion() ? before : before.before(firstOfOthers(before));
        Standing standing = valid.standing();
        LocalDate reviewed = standing.reviewedTo();
        boolean isThere = reviewed != null
                && !day.isAfter(reviewed)
                && standing.generation() == versions.generation()
                && version == before.boundariesVersion();
        return isThere
                ? before
                : new Judged(
                        standing.advanced(history, day, versions),
                        version,
                        boundaries == null ? null : boundaries.boundaries().measuredAt());
    }

    /** The first day for which there may be other boundaries than those that a standing was found by. */
    private static LocalDate firstOfOthers(Judged before) {
        return before.boundariesDay() == null ? LocalDate.MIN : before.boundariesDay();
    }
}
