package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.LotStanding;
import io.guanxi.loyalty.account.domain.lots.Lots;
import io.guanxi.loyalty.account.domain.lots.Move;
import io.guanxi.loyalty.programme.domain.ReversalRules.Shortfall;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes points back of exactly the lots that an order made, pending ones first. What is gone of them, or kept aside for a
 * basket, is made good as the rule says.
 *
 * @param moves what leaves the account
 * @param owed what the account owes from now on
 * @param forgiven what is not asked for
 * @param fromOthers how much of it comes from lots that the order did not make
 */
record TakingBack(List<Move> moves, long owed, long forgiven, long fromOthers) {

    static TakingBack of(LoyaltyAccount account, String purse, List<String> lots, long points, Shortfall rule) {
        var moves = new ArrayList<Move>();
        long left = points;
        for (Bucket bucket : List.of(Bucket.PENDING, Bucket.AVAILABLE)) {
            for (String lot : lots) {
                LotStanding standing = account.lots().find(lot);
                long part = standing == null ? 0 : Math.min(left, standing.in(bucket));
                if (part > 0) {
                    moves.add(new Move(lot, bucket, Bucket.OUTSIDE, part));
                    left -= part;
                }
            }
        }
        return switch (rule) {
            case DEBT -> new TakingBack(moves, left, 0, 0);
            case FORGIVE -> new TakingBack(moves, 0, left, 0);
            case CLAWBACK -> clawingBack(account, purse, moves, left);
        };
    }

    private static TakingBack clawingBack(LoyaltyAccount account, String purse, List<Move> moves, long left) {
        Lots lots = account.lots();
        for (Move move : moves) {
            lots = lots.after(move);
        }
        List<Move> others = lots.drawNewest(purse, Bucket.AVAILABLE, Bucket.OUTSIDE, left);
        moves.addAll(others);
        long found = others.stream().mapToLong(Move::points).sum();
        return new TakingBack(moves, left - found, 0, found);
    }

    boolean clawsBack() {
        return fromOthers > 0;
    }

    /** What can be used less from now on. */
    long available() {
        return -moves.stream()
                .mapToLong(move -> move.effectOn(Bucket.AVAILABLE))
                .sum();
    }
}
