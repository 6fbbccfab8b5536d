package io.guanxi.loyalty.account.explain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an account's points were made of at a moment.
 *
 * @param purses the main one first
 */
public record BalanceExplanation(Instant asOf, Instant knownAt, List<Purse> purses) {

    public BalanceExplanation {
        purses = List.copyOf(purses);
    }

    /**
     * One currency of points. What its lines moved adds up to what it holds, and so does what is left of its lots.
     *
     * @param debt what was owed beside it
     * @param given points that ever came from outside
     * @param used points that ever went there
     * @param lines what the lines of the ledger moved, by kind
     * @param lots what was left of each, those that end first first
     * @param moreLots how many lots there were besides
     * @param sentences the whole, by language tag
     */
    public record Purse(
            String purse,
            long available,
            long pending,
            long held,
            long debt,
            long given,
            long used,
            List<Lines> lines,
            List<Rest> lots,
            long moreLots,
            Map<String, String> sentences) {

        public Purse {
            lines = List.copyOf(lines);
            lots = List.copyOf(lots);
            sentences = Map.copyOf(sentences);
        }
    }

    /** All lines of one kind together. */
    public record Lines(String kind, long count, long available, long pending, long held, long debt) {}

    /**
     * What is left of the points that one cause made.
     *
     * @param entryId the line that made them
     * @param kind of that line; absent if it is of another account
     * @param orderId the order that made them, if one did
     * @param matures when pending ones become available; absent if it is not known
     * @param ends the first moment at which they cannot be used any more, if nothing is earned or spent any more; absent if
     *     there is none
     */
    public record Rest(
            String entryId,
            @Nullable String kind,
            @Nullable String shop,
            @Nullable String orderId,
            long available,
            long pending,
            long held,
            Instant since,
            @Nullable Instant matures,
            @Nullable Instant ends) {}
}
