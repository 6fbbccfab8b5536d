package io.guanxi.loyalty.account.domain.lots;

/**
 * Points of one lot that change their place.
 *
 * @param lot the lot's id
 * @param points always positive
 */
public record Move(String lot, Bucket from, Bucket to, long points) {

    public Move {
        if (points <= 0) {
            throw new IllegalArgumentException("points: " + points + " (expected: 1 or more)");
        }
        if (from == to) {
            throw new IllegalArgumentException("to: " + to + " (expected: another bucket than from)");
        }
    }

    /** What this move adds to a bucket; negative if it takes. */
    public long effectOn(Bucket bucket) {
        return (to == bucket ? points : 0) - (from == bucket ? points : 0);
    }
}
