package io.guanxi.loyalty.liability.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which part of the points that are there will end unused, by what became of earlier ones.
 *
 * <p>Each point of a lot leaves by one of two causes: it is used or it expires. Of both, the cumulative incidence by age is
 * estimated with the product-limit estimator for competing risks: with {@code n} points there at age {@code t}, {@code u} of
 * them used and {@code e} of them expired at that age,
 *
 * <pre>{@code
 * S(t) = product over s <= t of (1 - (u(s) + e(s)) / n(s))         still there at t
 * I(t) = sum over s <= t of S(s-) * e(s) / n(s)                    expired until t
 * a point of age a will expire with (I(last age) - I(a)) / S(a)
 * }</pre>
 *
 * (O. Aalen and S. Johansen, "An empirical transition matrix for non-homogeneous Markov chains based on censored
 * observations", Scandinavian Journal of Statistics 5, 1978; for one cause it is the estimator of E. Kaplan and P. Meier,
 * JASA 53, 1958.) Points that were used and given back are there again, and {@code u} is less by them. Points that are taken
 * back, transferred or corrected count as long as they are there and say nothing afterwards, and so do those that are still
 * there.
 *
 * <p>What nobody has seen is not estimated: a point that is older than every age with data, and what would be left at the last
 * age with data, count as points that will be used. So the estimate is rather too low than too high, as revenue may only be
 * estimated (IFRS 15.56 to 58, to which B46 refers).
 *
 * <p>Estimates are no postings: they are computed in binary floating point.
 */
public final class ExpectedExpiry {

    /** With fewer lots whose points are all gone, nothing is estimated. */
    public static final int FEWEST_ENDED_LOTS = 100;

    private final TreeMap<Long, Step> steps = new TreeMap<>();
    private long endedLots;
    private long used;
    private long expired;

    /** Which part is still there and which has expired after an age. */
    private record Step(double there, double expired) {}

    private static final Step BORN = new Step(1, 0);

    private ExpectedExpiry() {}

    /** By what is recorded of those lots that can end, up to and with a day. */
    public static ExpectedExpiry from(Iterable<LotLife> lots, LocalDate asOf) {
        var byAge = new TreeMap<Long, LotFlow>();
        var estimate = new ExpectedExpiry();
        for (LotLife lot : lots) {
            if (lot.ends() && !lot.since().isAfter(asOf)) {
                estimate.observe(lot, asOf, byAge);
            }
        }
        estimate.follow(byAge);
        return estimate;
    }

    private void observe(LotLife lot, LocalDate asOf, TreeMap<Long, LotFlow> byAge) {
        NavigableMap<LocalDate, LotFlow> flows = lot.flows().headMap(asOf, true);
        if (flows.isEmpty()) {
            return;
        }
        flows.forEach((day, flow) -> byAge.merge(lot.age(day), flow, LotFlow::plus));
        long left = lot.left(asOf);
        if (left == 0) {
            endedLots++;
        } else {
            // Points that are there count at their age today, and nothing is known of them at any later one.
            byAge.merge(lot.age(asOf), new LotFlow(0, 0, 0, left), LotFlow::plus);
        }
    }

    private void follow(TreeMap<Long, LotFlow> byAge) {
        long there = 0;
        double survived = 1;
        double ended = 0;
        for (Map.Entry<Long, LotFlow> age : byAge.entrySet()) {
            LotFlow flow = age.getValue();
            there += flow.in();
            if (there > 0 && flow.redeemed() + flow.expired() != 0) {
                ended += survived * flow.expired() / there;
                survived *= Math.max(0, 1 - (double) (flow.redeemed() + flow.expired()) / there);
                steps.put(age.getKey(), new Step(survived, ended));
            }
            there -= flow.redeemed() + flow.expired() + flow.withdrawn();
            used += flow.redeemed();
            expired += flow.expired();
        }
    }

    /** The part of points of an age, from 0 to 1, that will expire; 0 if no older points were seen. */
    public double ofAge(long days) {
        Map.Entry<Long, Step> reached = steps.floorEntry(days);
        Step now = reached == null ? BORN : reached.getValue();
        if (steps.isEmpty() || now.there() <= 0) {
            return 0;
        }
        double later = steps.lastEntry().getValue().expired() - now.expired();
        return Math.clamp(later / now.there(), 0, 1);
    }

    /** The part of all points that lots have on a day that will expire, from 0 to 1; 0 if they have none. */
    public double ofAll(Iterable<LotLife> lots, LocalDate asOf) {
        double points = 0;
        double ending = 0;
        for (LotLife lot : lots) {
            long left = lot.left(asOf);
            points += left;
            ending += lot.ends() ? left * ofAge(lot.age(asOf)) : 0;
        }
        return points == 0 ? 0 : ending / points;
    }

    /** Whether so few lots are over that an estimate would be a guess. */
    public boolean hasTooLittleData() {
        return endedLots < FEWEST_ENDED_LOTS;
    }

    /** How many lots have no points left. */
    public long endedLots() {
        return endedLots;
    }

    /** Less those that were given back; never negative. */
    public long usedPoints() {
        return Math.max(0, used);
    }

    public long expiredPoints() {
        return expired;
    }
}
