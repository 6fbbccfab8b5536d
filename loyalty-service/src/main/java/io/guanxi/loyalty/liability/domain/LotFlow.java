package io.guanxi.loyalty.liability.domain;

import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Move;

/**
 * What happened to the points of a lot on one day.
 *
 * @param in came
 * @param redeemed used, less those that were used and given back; negative if more were given back
 * @param expired ended unused
 * @param withdrawn left otherwise: taken back, transferred, corrected, kept for a debt; nothing can be learned from them
 *     about use
 */
public record LotFlow(long in, long redeemed, long expired, long withdrawn) {

    public static final LotFlow NONE = new LotFlow(0, 0, 0, 0);

    /** What an entry does with one lot. */
    public static LotFlow of(LedgerEntry entry, String lot) {
        Lines lines = Lines.of(entry);
        LotFlow flow = NONE;
        for (Move move : entry.moves()) {
            if (move.lot().equals(lot) && move.from() == Bucket.OUTSIDE) {
                flow = flow.plus(in(lines.in(), move.points()));
            } else if (move.lot().equals(lot) && move.to() == Bucket.OUTSIDE) {
                flow = flow.plus(out(lines.out(), move.points()));
            }
        }
        return flow;
    }

    private static LotFlow in(Line line, long points) {
        return line == Line.RETURNED ? new LotFlow(0, -points, 0, 0) : new LotFlow(points, 0, 0, 0);
    }

    private static LotFlow out(Line line, long points) {
        return switch (line) {
            case REDEEMED -> new LotFlow(0, points, 0, 0);
            case EXPIRED -> new LotFlow(0, 0, points, 0);
            case ISSUED,
                    MATURED,
                    REVERSED,
                    RETURNED,
                    TRANSFERRED_IN,
                    TRANSFERRED_OUT,
                    ADJUSTED_UP,
                    ADJUSTED_DOWN,
                    GOODWILL,
                    BONUS,
                    CORRECTED_UP,
                    CORRECTED_DOWN,
                    DEBT_REPAID -> new LotFlow(0, 0, 0, points);
        };
    }

    public LotFlow plus(LotFlow other) {
        return new LotFlow(
                Math.addExact(in, other.in),
                Math.addExact(redeemed, other.redeemed),
                Math.addExact(expired, other.expired),
                Math.addExact(withdrawn, other.withdrawn));
    }

    /** By how many points the lot is larger after that. */
    public long change() {
        return in - redeemed - expired - withdrawn;
    }
}
