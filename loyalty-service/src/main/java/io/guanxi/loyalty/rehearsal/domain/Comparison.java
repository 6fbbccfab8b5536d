package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.loyalty.account.domain.LedgerEntry;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One account, as it was and as it would have been.
 *
 * @param account tenant and customer, as {@code tenant/customerId}
 * @param gain points of the main purse that the customer would have more, spent ones counted in; negative if fewer
 * @param tierChange more than 0 if the tier would be higher at the end, less if lower
 * @param sameEntries whether the ledger and the tiers would have been the same, line by line
 */
public record Comparison(
        String account, AccountOutcome now, AccountOutcome then, long gain, int tierChange, boolean sameEntries) {

    public static Comparison of(
            String account, AccountOutcome now, AccountOutcome then, TierLadders tiers, boolean sameEntries) {
        long gain = then.purse(LedgerEntry.MAIN_PURSE).worth()
                - now.purse(LedgerEntry.MAIN_PURSE).worth();
        return new Comparison(account, now, then, gain, tiers.change(now.tier(), then.tier()), sameEntries);
    }

    /** What it is for the customer. */
    public enum Verdict {
        /** More points or a higher tier, and neither less. */
        WINS,
        /** Fewer points or a lower tier, and neither more. */
        LOSES,
        /** More of one and less of the other. */
        MIXED,
        /** Neither, though the way there may have been another. */
        EVEN;

        /** As it is stored and asked for. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Verdict verdict() {
        boolean better = gain > 0 || tierChange > 0;
        boolean worse = gain < 0 || tierChange < 0;
        if (better) {
            return worse ? Verdict.MIXED : Verdict.WINS;
        }
        return worse ? Verdict.LOSES : Verdict.EVEN;
    }

    /** Whether there is anything to tell of it. */
    public boolean differs() {
        return !Objects.equals(now.tier(), then.tier())
                || !then.refused().isEmpty()
                || purses().stream().anyMatch(purse -> !now.purse(purse).equals(then.purse(purse)));
    }

    public Set<String> purses() {
        var purses = new TreeSet<>(now.purses().keySet());
        purses.addAll(then.purses().keySet());
        return purses;
    }
}
