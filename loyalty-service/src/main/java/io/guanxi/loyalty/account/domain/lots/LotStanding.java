package io.guanxi.loyalty.account.domain.lots;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a lot.
 *
 * @param matures when its pending points become available, as far as is known now
 */
public record LotStanding(
        Lot lot,
        long pending,
        long available,
        long held,
        @Nullable Instant matures) {

    /** When it matures and when it ends, if it holds points to which that happens. */
    static final Function<LotStanding, Map<Clock, Instant>> MOMENTS = LotStanding::moments;

    private Map<Clock, Instant> moments() {
        Instant next = pending > 0 ? matures : null;
        if (pending == 0 && available == 0) {
            return Map.of();
        }
        if (lot.idleExpiry() != null) {
            var rest = new Clock(lot.purse(), lot.idleExpiry());
            return next == null ? Map.of(rest, lot.since()) : Map.of(rest, lot.since(), Clock.CALENDAR, next);
        }
        if (next == null || (lot.expires() != null && lot.expires().isBefore(next))) {
            next = lot.expires();
        }
        return next == null ? Map.of() : Map.of(Clock.CALENDAR, next);
    }

    static LotStanding opened(Lot lot) {
        return new LotStanding(lot, 0, 0, 0, lot.matures());
    }

    public boolean isEmpty() {
        return pending == 0 && available == 0 && held == 0;
    }

    public long in(Bucket bucket) {
        return switch (bucket) {
            case OUTSIDE -> 0;
            case PENDING -> pending;
            case AVAILABLE -> available;
            case HELD -> held;
        };
    }

    LotStanding maturing(@Nullable Instant at) {
        return new LotStanding(lot, pending, available, held, at);
    }

    LotStanding after(Move move) {
        var moved = new LotStanding(
                lot,
                pending + move.effectOn(Bucket.PENDING),
                available + move.effectOn(Bucket.AVAILABLE),
                held + move.effectOn(Bucket.HELD),
                matures);
        if (moved.pending < 0 || moved.available < 0 || moved.held < 0) {
            throw new IllegalStateException(
                    "lot " + lot.id() + " has less than " + move.points() + " points in " + move.from());
        }
        return moved;
    }
}
