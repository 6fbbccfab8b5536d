package io.guanxi.loyalty.account.view.accountdetails;

import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsSpent;
import io.guanxi.loyalty.account.domain.GiftEntry;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsEarned;
import io.guanxi.loyalty.account.domain.PurseStanding;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.domain.lots.LotStanding;
import io.guanxi.loyalty.account.domain.lots.Move;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When which points of the main purse end. Few lots are remembered, so that an account with thousands of them costs no more
 * than others; then the account itself knows.
 *
 * @param lots by id, those that end some day, the oldest first; empty if they are too many
 * @param lastUse when something was last earned or spent
 * @param any whether there ever was a lot that ends
 * @param incomplete whether a lot that ends may be missing here
 */
public record Endings(Map<String, Ending> lots, Instant lastUse, boolean any, boolean incomplete) {

    private static final int MOST_LOTS = 100;

    static final Endings NONE = new Endings(Map.of(), Instant.EPOCH, false, false);

    public Endings {
        lots = Collections.unmodifiableMap(new LinkedHashMap<>(lots));
    }

    /**
     * The rest of a lot.
     *
     * @param points that are gone at the end
     * @param held points that a basket spares from it
     */
    public record Ending(
            long points, long held, Instant since, @Nullable Instant expires, Lot.@Nullable IdleExpiry idleExpiry) {

        static Ending of(Lot lot) {
            return new Ending(0, 0, lot.since(), lot.expires(), lot.idleExpiry());
        }

        private Ending after(Move move) {
            return new Ending(
                    points + move.effectOn(Bucket.AVAILABLE) + move.effectOn(Bucket.PENDING),
                    held + move.effectOn(Bucket.HELD),
                    since,
                    expires,
                    idleExpiry);
        }

        private boolean isEmpty() {
            return points == 0 && held == 0;
        }

        private Instant at(Instant lastUse) {
            Instant use = lastUse.isAfter(since) ? lastUse : since;
            return idleExpiry == null ? Objects.requireNonNull(expires, "a lot that ends") : idleExpiry.after(use);
        }
    }

    /** Points and the first moment at which they cannot be used any more. */
    public record Expiry(long points, Instant at) {}

    /** Empty if no points end, or if it is not known here. */
    public Optional<Expiry> next() {
        var byMoment = new TreeMap<Instant, Long>();
        if (!incomplete) {
            lots.values().stream()
                    .filter(lot -> lot.points() > 0)
                    .forEach(lot -> byMoment.merge(lot.at(lastUse), lot.points(), Long::sum));
        }
        return first(byMoment);
    }

    /** The same of an account as its events give it, whatever its size. */
    public static Optional<Expiry> nextOf(LoyaltyAccount account) {
        PurseStanding purse = account.purse(LedgerEntry.MAIN_PURSE);
        var byMoment = new TreeMap<Instant, Long>();
        for (LotStanding lot : account.lots().open().values()) {
            Instant end = lot.lot().ends(purse.lastUse());
            long points = lot.available() + lot.pending();
            if (lot.lot().purse().equals(LedgerEntry.MAIN_PURSE) && end != null && points > 0) {
                byMoment.merge(end, points, Long::sum);
            }
        }
        return first(byMoment);
    }

    private static Optional<Expiry> first(TreeMap<Instant, Long> byMoment) {
        return Optional.ofNullable(byMoment.firstEntry()).map(first -> new Expiry(first.getValue(), first.getKey()));
    }

    /** @param purseIsEmpty whether no point is left after the entry, so that nothing can be missing */
    Endings after(LedgerEntry entry, Instant at, boolean purseIsEmpty) {
        var known = new LinkedHashMap<>(lots);
        entry.lots().stream()
                .filter(lot -> lot.expires() != null || lot.idleExpiry() != null)
                .forEach(lot -> known.putIfAbsent(lot.id(), Ending.of(lot)));
        boolean ever = any || known.size() > lots.size();
        boolean missing = incomplete;
        for (Move move : entry.moves()) {
            Ending lot = known.get(move.lot());
            if (lot != null) {
                known.put(move.lot(), lot.after(move));
            } else {
                missing |= ever && isForgotten(move, entry);
            }
        }
        Instant use = isUse(entry) && at.isAfter(lastUse) ? at : lastUse;
        return missing && !purseIsEmpty
                ? new Endings(Map.of(), use, ever, true)
                : new Endings(known, use, ever, false).small();
    }

    /** Points that come back to a lot which is not remembered: it may be one that ends. */
    private static boolean isForgotten(Move move, LedgerEntry entry) {
        boolean isNew = entry.lots().stream().anyMatch(lot -> lot.id().equals(move.lot()));
        return !isNew && move.from() == Bucket.OUTSIDE;
    }

    private static boolean isUse(LedgerEntry entry) {
        return entry instanceof PointsEarned
                || entry instanceof PointsSpent
                || entry instanceof GiftEntry.PointsSent
                || entry instanceof GiftEntry.PointsReceived;
    }

    /** Empty lots are remembered as long as there is room, for their points can come back. */
    private Endings small() {
        if (lots.size() <= MOST_LOTS) {
            return this;
        }
        var kept = new LinkedHashMap<>(lots);
        var each = kept.values().iterator();
        while (kept.size() > MOST_LOTS && each.hasNext()) {
            if (each.next().isEmpty()) {
                each.remove();
            }
        }
        return kept.size() > MOST_LOTS
                ? new Endings(Map.of(), lastUse, any, true)
                : new Endings(kept, lastUse, any, incomplete);
    }
}
