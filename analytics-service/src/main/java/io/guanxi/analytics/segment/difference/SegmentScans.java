package io.guanxi.analytics.segment.difference;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.population.Member;
import io.guanxi.analytics.population.Population;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a tenant's customers for one segment. Every method throws what the population throws while it cannot be gone
 * through.
 */
public final class SegmentScans {

    private final Population population;

    public SegmentScans(Population population) {
        this.population = population;
    }

    /** Of everybody who had ordered something by then. */
    public SideCounts counts(String tenant, SegmentDifference difference) {
        SideCounts[] counts = {SideCounts.NONE};
        population.scan(tenant, member -> {
            if (difference.concerns(member.history())) {
                counts[0] = counts[0].with(difference.of(member.history()));
            }
        });
        return counts[0];
    }

    /** How many there are. */
    public long count(String tenant, Predicate<CustomerHistory> which) {
        long[] count = {0};
        population.scan(tenant, member -> {
            if (which.test(member.history())) {
                count[0]++;
            }
        });
        return count[0];
    }

    /**
     * The next ones by their ids.
     *
     * @param after null for the first ones
     * @param most at least 1
     */
    public List<Member> next(String tenant, Predicate<CustomerHistory> which, @Nullable String after, int most) {
        NextMembers next = new NextMembers(after, most);
        population.scan(tenant, member -> {
            if (next.wants(member.customerId()) && which.test(member.history())) {
                next.add(member);
            }
        });
        return next.inOrder();
    }
}
