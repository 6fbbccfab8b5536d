package io.guanxi.analytics.value.domain;

import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Five groups of as equal size as ties allow.
 *
 * <p>All customers stand in a row, the worst value first. Cut point i of four is the value of the customer at place
 * ⌈i·n/5⌉. A score is 1 plus the number of cut points that a value is strictly better than. So equal values have equal
 * scores, namely that of the worst place among them: with L customers who are strictly worse it is 1 + ⌊5·L/n⌋.
 */
public final class Quintiles {

    /** Between five groups. */
    public static final int CUT_POINTS = 4;

    private static final int GROUPS = CUT_POINTS + 1;

    private Quintiles() {}

    /** A value and how many have it. */
    public record Counted<T>(T value, long count) {}

    /**
     * The cut points, the worst first.
     *
     * @param population how many customers there are, at least one
     * @param bestFirst values, each once, and how many customers have them
     * @param rest the value of the customers who have none of these, worse than all of them
     */
    public static <T> List<T> cutPoints(long population, Iterator<Counted<T>> bestFirst, Supplier<T> rest) {
        LinkedList<T> cuts = new LinkedList<>();
        long seen = 0;
        while (cuts.size() < CUT_POINTS && bestFirst.hasNext()) {
            Counted<T> next = bestFirst.next();
            seen += next.count();
            while (cuts.size() < CUT_POINTS && seen >= fromTheBest(CUT_POINTS - cuts.size(), population)) {
                cuts.addFirst(next.value());
            }
        }
        while (cuts.size() < CUT_POINTS) {
            cuts.addFirst(rest.get());
        }
        return List.copyOf(cuts);
    }

    /** The place of a cut point when the row is counted from its other end. */
    private static long fromTheBest(int cut, long population) {
        return population - Math.ceilDiv(cut * population, GROUPS) + 1;
    }
}
