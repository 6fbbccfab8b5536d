package io.guanxi.loyalty.correction.job;

import org.jspecify.annotations.Nullable;

/**
 * How far the posting is, and what it has come to.
 *
 * @param cursor where the accounts go on; absent before the first
 * @param looked accounts that were looked at
 * @param accounts those that have an entry by this correction
 * @param orders orders that were judged again
 * @param unchanged those of them whose points were right
 * @param refused those of them whose account had no room for more points
 * @param given points that were added in all
 * @param taken points that were taken in all
 */
public record PostingProgress(
        @Nullable String cursor,
        long looked,
        long accounts,
        long orders,
        long unchanged,
        long refused,
        long given,
        long taken) {

    static final PostingProgress NONE = new PostingProgress(null, 0, 0, 0, 0, 0, 0, 0);

    PostingProgress with(PostedDifferences posted) {
        return new PostingProgress(
                cursor,
                looked + 1,
                accounts + (posted.entries() > 0 ? 1 : 0),
                orders + posted.orders(),
                unchanged + posted.orders() - posted.ordersWithEntries() - posted.refused(),
                refused + posted.refused(),
                given + posted.given(),
                taken + posted.taken());
    }

    PostingProgress goingOnAt(@Nullable String next) {
        return new PostingProgress(next, looked, accounts, orders, unchanged, refused, given, taken);
    }
}
