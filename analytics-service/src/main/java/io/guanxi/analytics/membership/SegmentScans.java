package io.guanxi.analytics.membership;

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
            if (difference.concerns(member)) {
                counts[0] = counts[0].with(difference.of(member));
            }
        });
        return counts[0];
    }

    /**
     * The next ones by their ids.
     *
     * @param after null for the first ones
     * @param most at least 1
     */
    public List<Member> next(String tenant, Predicate<Member> which, @Nullable String after, int most) {
        NextMembers next = new NextMembers(after, most);
        population.scan(tenant, member -> {
            if (next.wants(member.customerId()) && which.test(member)) {
                next.add(member);
            }
        });
        return next.inOrder();
    }

    /** The first ones by their ids, and how many there are. */
    public Counted first(String tenant, Predicate<Member> which, int most) {
        NextMembers first = new NextMembers(null, most);
        long[] all = {0};
        population.scan(tenant, member -> {
            if (which.test(member)) {
                all[0]++;
                first.add(member);
            }
        });
        return new Counted(all[0], first.inOrder());
    }

    /** @param all how many there are, of whom the first ones are named */
    public record Counted(long all, List<Member> first) {}
}
