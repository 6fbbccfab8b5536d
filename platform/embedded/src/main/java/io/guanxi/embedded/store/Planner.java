package io.guanxi.embedded.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the index that reads the fewest documents. It does not guess: the tree of an index knows how many keys lie
 * between two others.
 */
final class Planner {

    /** More starting points than this and a wider range is better. */
    private static final int MOST_POINTS = 4096;

    /** Counting the keys of more intervals than this costs more than it tells. */
    private static final int MOST_COUNTED = 64;

    private final Conditions conditions;
    private final @Nullable Document sort;
    private final int wanted;

    /** @param wanted how many documents are enough, or 0 for all */
    Planner(@Nullable Document filter, @Nullable Document sort, int wanted) {
        this.conditions = Conditions.of(filter);
        this.sort = sort == null || sort.isEmpty() ? null : sort;
        this.wanted = wanted;
    }

    private record Candidate(Plan plan, long cost) {}

    Plan choose(List<OrderedIndex> indexes) {
        Candidate best = null;
        for (OrderedIndex index : indexes) {
            Candidate candidate = candidate(index);
            if (candidate != null && (best == null || better(candidate, best))) {
                best = candidate;
            }
        }
        if (best == null) {
            throw new IllegalStateException("No index that has every document among " + indexes);
        }
        return best.plan();
    }

    private static boolean better(Candidate one, Candidate other) {
        return one.cost() != other.cost()
                ? one.cost() < other.cost()
                : one.plan().sorted() && !other.plan().sorted();
    }

    private @Nullable Candidate candidate(OrderedIndex index) {
        if (index.leavesOutDocuments()
                && index.getKeys().stream().noneMatch(key -> conditions.demandsValue(key.getKey()))) {
            return null;
        }
        Set<String> fixed = new HashSet<>();
        Set<String> used = new HashSet<>();
        List<Interval> intervals = intervals(index, fixed, used);
        Direction direction = direction(index, fixed);
        boolean backwards = direction == Direction.BACKWARDS;
        Comparator<Interval> byStart = (a, b) -> Arrays.compareUnsigned(a.from(), b.from());
        intervals.sort(backwards ? byStart.reversed() : byStart);
        Plan plan = new Plan(index, List.copyOf(intervals), backwards, sort == null || direction != Direction.NONE);
        return new Candidate(plan, cost(plan, used));
    }

    private long cost(Plan plan, Set<String> used) {
        long keys = plan.intervals().size() > MOST_COUNTED
                ? plan.intervals().size()
                : plan.intervals().stream().mapToLong(plan.index()::size).sum();
        boolean stopsEarly = wanted > 0 && plan.sorted() && conditions.completeOn(used);
        return stopsEarly ? Math.min(keys, wanted) : keys;
    }

    /** Equalities on the first fields, and then at most one range. */
    private List<Interval> intervals(OrderedIndex index, Set<String> fixed, Set<String> used) {
        boolean single = !index.hasArrays();
        List<byte[]> prefixes = List.of(new byte[0]);
        for (IndexKey key : index.order()) {
            Constraint constraint = conditions.on(key.getKey(), single);
            switch (constraint) {
                case null -> {
                    return startingWith(prefixes);
                }
                case Constraint.Within within -> {
                    used.add(key.getKey());
                    return within(prefixes, within.range(), key.isAscending());
                }
                case Constraint.OneOf oneOf -> {
                    List<Span> points = oneOf.points();
                    if ((long) prefixes.size() * points.size() > MOST_POINTS) {
                        return startingWith(prefixes);
                    }
                    used.add(key.getKey());
                    if (points.size() == 1) {
                        fixed.add(key.getKey());
                    }
                    prefixes = extended(prefixes, points, key.isAscending());
                }
            }
        }
        return startingWith(prefixes);
    }

    private static List<byte[]> extended(List<byte[]> prefixes, List<Span> points, boolean ascending) {
        return prefixes.stream()
                .flatMap(prefix ->
                        points.stream().map(point -> OrderedBytes.concat(prefix, point.pointPrefix(ascending))))
                .sorted(Arrays::compareUnsigned)
                .collect(ArrayList::new, Planner::addNew, List::addAll);
    }

    private static void addNew(List<byte[]> sorted, byte[] next) {
        if (sorted.isEmpty() || !Arrays.equals(sorted.getLast(), next)) {
            sorted.add(next);
        }
    }

    private static List<Interval> startingWith(List<byte[]> prefixes) {
        return prefixes.stream().map(Interval::startingWith).collect(ArrayList::new, List::add, List::addAll);
    }

    private static List<Interval> within(List<byte[]> prefixes, Span range, boolean ascending) {
        return prefixes.stream()
                .map(prefix -> range.behind(prefix, ascending))
                .filter(interval -> Arrays.compareUnsigned(interval.from(), interval.to()) < 0)
                .collect(ArrayList::new, List::add, List::addAll);
    }

    private enum Direction {
        FORWARDS,
        BACKWARDS,
        NONE
    }

    /** How to read the index so that documents come in the order asked for, where that is possible. */
    private Direction direction(OrderedIndex index, Set<String> fixed) {
        if (sort == null) {
            return Direction.FORWARDS;
        }
        if (sort.containsKey("$natural")) {
            boolean natural = index instanceof PrimaryIndex;
            return natural ? oneWay(((Number) sort.get("$natural")).intValue() > 0) : Direction.NONE;
        }
        if (index.hasArrays()) {
            return Direction.NONE;
        }
        Iterator<IndexKey> keys = index.order().iterator();
        Direction direction = null;
        for (Map.Entry<String, Object> wish : sort.entrySet()) {
            if (fixed.contains(wish.getKey())) {
                continue;
            }
            IndexKey key = next(keys, wish.getKey(), fixed);
            if (key == null) {
                return Direction.NONE;
            }
            Direction way = oneWay(key.isAscending() == ((Number) wish.getValue()).intValue() > 0);
            if (direction != null && direction != way) {
                return Direction.NONE;
            }
            direction = way;
            if (key.getKey().equals(OrderedIndex.ID)) {
                return direction;
            }
        }
        return direction == null ? Direction.FORWARDS : direction;
    }

    private static Direction oneWay(boolean forwards) {
        return forwards ? Direction.FORWARDS : Direction.BACKWARDS;
    }

    /** The key of this name, if only keys of one value are before it. */
    private static @Nullable IndexKey next(Iterator<IndexKey> keys, String name, Set<String> fixed) {
        while (keys.hasNext()) {
            IndexKey key = keys.next();
            if (key.getKey().equals(name)) {
                return key;
            }
            if (!fixed.contains(key.getKey())) {
                return null;
            }
        }
        return null;
    }
}
