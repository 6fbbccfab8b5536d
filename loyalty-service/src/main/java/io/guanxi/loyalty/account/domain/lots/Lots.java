package io.guanxi.loyalty.account.domain.lots;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lots of an account. A lot that is empty is kept apart, for points of it can come back.
 *
 * @param open by id; a change costs the same for ten lots and ten thousand
 * @param empty by id
 */
public record Lots(Map<String, LotStanding> open, Map<String, LotStanding> empty) {

    public static final Lots NONE = new Lots(PersistentMap.empty(), PersistentMap.empty());

    public Lots {
        open = PersistentMap.of(open, LotStanding.MOMENTS);
        empty = PersistentMap.of(empty);
    }

    public @Nullable LotStanding find(String id) {
        LotStanding lot = open.get(id);
        return lot == null ? empty.get(id) : lot;
    }

    public Lots opened(Lot lot) {
        return find(lot.id()) == null ? with(LotStanding.opened(lot)) : this;
    }

    public Lots after(Move move) {
        LotStanding lot = find(move.lot());
        if (lot == null) {
            throw new IllegalStateException("there is no lot " + move.lot());
        }
        return with(lot.after(move));
    }

    /** Now that a delivery is known, pending points have a moment. Days of waiting are days of 24 hours, everywhere the same. */
    public Lots delivered(String id, Instant delivered) {
        LotStanding lot = find(id);
        if (lot == null || lot.lot().daysAfterDelivery() == null) {
            return this;
        }
        Instant due = delivered.plus(Duration.ofDays(lot.lot().daysAfterDelivery()));
        return lot.matures() == null || due.isBefore(lot.matures()) ? with(lot.maturing(due)) : this;
    }

    /** Which points are used first: those that end first, then the oldest. */
    public List<Move> draw(String purse, Bucket from, Bucket to, long points, Instant lastUse) {
        return taken(in(purse, from).sorted(endingFirst(lastUse)), from, to, points);
    }

    /** Which points are taken back first from those that have nothing to do with it: the newest. */
    public List<Move> drawNewest(String purse, Bucket from, Bucket to, long points) {
        return taken(in(purse, from).sorted(OLDEST_FIRST.reversed()), from, to, points);
    }

    /** Of each clock, the earliest moment at which something happens to a lot by itself. */
    public Map<Clock, Instant> earliest() {
        return PersistentMap.of(open).earliest();
    }

    /** All lots for which this holds of their earliest moments, and some others. */
    public Stream<LotStanding> near(Predicate<Map<Clock, Instant>> soon) {
        return PersistentMap.of(open).near(soon);
    }

    public Stream<LotStanding> in(String purse, Bucket bucket) {
        return open.values().stream().filter(lot -> lot.lot().purse().equals(purse) && lot.in(bucket) > 0);
    }

    private static final Comparator<LotStanding> OLDEST_FIRST = Comparator.<LotStanding, Instant>comparing(
                    lot -> lot.lot().since())
            .thenComparing(lot -> lot.lot().id());

    private static Comparator<LotStanding> endingFirst(Instant lastUse) {
        return Comparator.<LotStanding, Instant>comparing(lot -> {
                    Instant end = lot.lot().ends(lastUse);
                    return end == null ? Instant.MAX : end;
                })
                .thenComparing(OLDEST_FIRST);
    }

    private static List<Move> taken(Stream<LotStanding> lots, Bucket from, Bucket to, long points) {
        var moves = new ArrayList<Move>();
        long left = points;
        for (LotStanding lot : (Iterable<LotStanding>) lots::iterator) {
            if (left == 0) {
                break;
            }
            long part = Math.min(left, lot.in(from));
            moves.add(new Move(lot.lot().id(), from, to, part));
            left -= part;
        }
        return moves;
    }

    private Lots with(LotStanding lot) {
        String id = lot.lot().id();
        return lot.isEmpty()
                ? new Lots(
                        PersistentMap.of(open).without(id),
                        PersistentMap.of(empty).with(id, lot))
                : new Lots(
                        PersistentMap.of(open).with(id, lot),
                        PersistentMap.of(empty).without(id));
    }
}
