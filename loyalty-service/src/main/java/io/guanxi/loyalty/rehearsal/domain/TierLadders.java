package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares a tier of the real rules with one of the rehearsed ones.
 *
 * @param now the real tiers, the lowest first
 * @param then the rehearsed ones
 */
public record TierLadders(List<String> now, List<String> then) {

    public TierLadders {
        now = List.copyOf(now);
        then = List.copyOf(then);
    }

    public static TierLadders of(ProgrammeRules real, ProgrammeRules rehearsed) {
        return new TierLadders(codes(real), codes(rehearsed));
    }

    private static List<String> codes(ProgrammeRules rules) {
        return rules.tiers() == null ? List.of() : rules.tiers().codes();
    }

    /**
     * On the ladder that knows both tiers, the rehearsed one first; else by how many tiers are below each.
     *
     * @return more than 0 if the customer would have risen, less if fallen
     */
    int change(@Nullable String tierNow, @Nullable String tierThen) {
        for (List<String> ladder : List.of(then, now)) {
            if (knows(ladder, tierNow) && knows(ladder, tierThen)) {
                return Integer.signum(rank(ladder, tierThen) - rank(ladder, tierNow));
            }
        }
        return Integer.signum(rank(then, tierThen) - rank(now, tierNow));
    }

    private static boolean knows(List<String> ladder, @Nullable String tier) {
        return tier == null || ladder.contains(tier);
    }

    private static int rank(List<String> ladder, @Nullable String tier) {
        return tier == null ? -1 : ladder.indexOf(tier);
    }
}
