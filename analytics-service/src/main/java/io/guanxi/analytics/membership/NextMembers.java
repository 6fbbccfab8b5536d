package io.guanxi.analytics.membership;

import io.guanxi.analytics.population.Member;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The first customers behind an id, by their ids, whatever order they are met in. */
final class NextMembers {

    private final @Nullable String after;
    private final int most;
    private final TreeMap<String, Member> first = new TreeMap<>();

    /** @param after null to begin with the first one */
    NextMembers(@Nullable String after, int most) {
        this.after = after;
        this.most = most;
    }

    /** Whether a customer may still be among them; if not, nothing needs to be found out. */
    boolean wants(String customerId) {
        return (after == null || customerId.compareTo(after) > 0)
                && (first.size() < most || customerId.compareTo(first.lastKey()) < 0);
    }

    void add(Member member) {
        first.put(member.customerId(), member);
        if (first.size() > most) {
            first.pollLastEntry();
        }
    }

    List<Member> inOrder() {
        return List.copyOf(first.values());
    }
}
