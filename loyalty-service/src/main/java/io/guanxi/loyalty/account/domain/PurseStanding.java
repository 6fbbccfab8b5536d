package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Move;
import java.time.Instant;

/**
 * An account's points of one currency. Always {@code pending + available + held = given - used}, and none is negative.
 *
 * @param debt points that were taken back when they were gone already, and are still owed
 * @param given points that ever came from outside
 * @param used points that ever went there
 * @param lastUse when something was last earned or spent
 */
public record PurseStanding(
        long available, long pending, long held, long debt, long given, long used, Instant lastUse) {

    static final PurseStanding EMPTY = new PurseStanding(0, 0, 0, 0, 0, 0, Instant.EPOCH);

    PurseStanding after(LedgerEntry entry, Instant use) {
        long in = 0;
        long out = 0;
        for (Move move : entry.moves()) {
            in += Math.max(-move.effectOn(Bucket.OUTSIDE), 0);
            out += Math.max(move.effectOn(Bucket.OUTSIDE), 0);
        }
        return new PurseStanding(
                available + entry.change(),
                pending + entry.changeOf(Bucket.PENDING),
                held + entry.changeOf(Bucket.HELD),
                debt + entry.debtChange(),
                given + in,
                used + out,
                use.isAfter(lastUse) ? use : lastUse);
    }
}
