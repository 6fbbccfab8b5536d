package io.guanxi.loyalty.liability.domain;

import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Move;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What ledger entries of one purse come to, over any accounts and any time. The order in which they are added does not
 * matter. Always {@code owed + pending = sum of each line times its sign}.
 *
 * @param lines points by line, each positive; a line without points is not in it
 * @param owed by how much that changed what customers can use, or have kept aside for a basket
 * @param pending by how much that changed what is earned and cannot be used yet
 * @param debt by how much that changed what accounts owe the programme; no part of {@code owed}
 */
public record Totals(Map<Line, Long> lines, long owed, long pending, long debt) {

    public static final Totals NONE = new Totals(Map.of(), 0, 0, 0);

    public Totals {
        var sorted = new EnumMap<Line, Long>(Line.class);
        lines.forEach((line, points) -> {
            if (points != 0) {
                sorted.put(line, points);
            }
        });
        lines = Collections.unmodifiableMap(sorted);
    }

    /** What one entry comes to. By its moves, so that no entry can change a balance without a line of the books. */
    public static Totals of(LedgerEntry entry) {
        Lines lines = Lines.of(entry);
        var points = new EnumMap<Line, Long>(Line.class);
        for (Move move : entry.moves()) {
            if (move.from() == Bucket.OUTSIDE) {
                points.merge(lines.in(), move.points(), Math::addExact);
            } else if (move.to() == Bucket.OUTSIDE) {
                points.merge(lines.out(), move.points(), Math::addExact);
            } else if (move.from() == Bucket.PENDING) {
                points.merge(Line.MATURED, move.points(), Math::addExact);
            }
        }
        return new Totals(
                points,
                Math.addExact(entry.changeOf(Bucket.AVAILABLE), entry.changeOf(Bucket.HELD)),
                entry.changeOf(Bucket.PENDING),
                entry.debtChange());
    }

    public Totals plus(Totals other) {
        var sum = new EnumMap<Line, Long>(Line.class);
        sum.putAll(lines);
        other.lines.forEach((line, points) -> sum.merge(line, points, Math::addExact));
        return new Totals(
                sum,
                Math.addExact(owed, other.owed),
                Math.addExact(pending, other.pending),
                Math.addExact(debt, other.debt));
    }

    public long of(Line line) {
        return lines.getOrDefault(line, 0L);
    }

    /** Points that were used and not given back, as far as both are in these totals; never negative. */
    public long used() {
        return Math.max(0, Math.subtractExact(of(Line.REDEEMED), of(Line.RETURNED)));
    }

    /** What customers have in all, usable or not yet; of totals since ever, the contract liability in points. */
    public long liability() {
        return Math.addExact(owed, pending);
    }

    public boolean isNothing() {
        return lines.isEmpty() && owed == 0 && pending == 0 && debt == 0;
    }
}
