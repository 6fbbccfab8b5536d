package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.TransferPolicy.A_MEMBERS_NEW_POINTS_GO_TO_THE_FAMILY;
import static io.guanxi.loyalty.account.domain.TransferPolicy.POINTS_THAT_ARE_GIVEN_KEEP_THEIR_LAST_DAY;

import io.guanxi.loyalty.account.domain.GiftEntry.PointsSent;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.LotStanding;
import io.guanxi.loyalty.account.domain.lots.Move;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.PurseRules;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What becomes available of a member's orders goes to the family, after what the member owes is paid. */
final class PoolingPoints {

    private PoolingPoints() {}

    /** @param made the line that made points available */
    static void from(Unfolding course, LedgerEntry made, Instant known, Instant at) {
        LoyaltyAccount account = course.account();
        String family = account.profile().family();
        if (family == null || family.equals(account.id())) {
            return;
        }
        PublishedRules published = course.book().inForce(at, known);
        boolean spendable =
                published.rules().purse(made.purse()).map(PurseRules::spendable).orElse(false);
        List<Move> moves =
                made.moves().stream().flatMap(move -> onward(account, move)).toList();
        if (!spendable || moves.isEmpty()) {
            return;
        }
        long points = moves.stream().mapToLong(Move::points).sum();
        String transferId = transferId(account, made);
        course.then(new PointsSent(
                SendingPoints.entryId(account, transferId),
                transferId,
                family,
                true,
                made.purse(),
                points,
                SendingPoints.parcels(account, moves),
                moves,
                published.version(),
                List.of(
                        A_MEMBERS_NEW_POINTS_GO_TO_THE_FAMILY.found(true),
                        POINTS_THAT_ARE_GIVEN_KEEP_THEIR_LAST_DAY.found(true)),
                account.purse(made.purse()).available() - points,
                made.cause(),
                at));
    }

    private static String transferId(LoyaltyAccount account, LedgerEntry made) {
        return EffectKey.of(account, "pool", "transfer", made.entryId()).entryId();
    }

    /** What is left of points that came, where debts did not take them. */
    private static Stream<Move> onward(LoyaltyAccount account, Move move) {
        LotStanding lot = account.lots().find(move.lot());
        long left = lot == null ? 0 : Math.min(lot.available(), move.effectOn(Bucket.AVAILABLE));
        return left <= 0 ? Stream.empty() : Stream.of(new Move(move.lot(), Bucket.AVAILABLE, Bucket.OUTSIDE, left));
    }
}
