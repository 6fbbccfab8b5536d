package io.guanxi.analytics.history.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All purchases of a customer, as the sum of the flows of all orders. A sum knows no order of arrival: whatever comes late,
 * twice or is taken back, equal events make equal histories.
 *
 * @param flows by day of effect, then by day of placing; one at most for two days, and none that changes nothing
 */
public record PurchaseHistory(List<Flow> flows) {

    public static final PurchaseHistory NONE = new PurchaseHistory(List.of());

    public PurchaseHistory {
        flows = List.copyOf(flows);
    }

    /** Of flows in any order, several of which may be of the same days. */
    public static PurchaseHistory of(Collection<Flow> flows) {
        return new PurchaseHistory(summed(flows.stream().sorted().toList()));
    }

    /**
     * One order's part replaced.
     *
     * @param before what the order added until now
     * @param after what it adds from now on
     */
    public PurchaseHistory replacing(List<Flow> before, List<Flow> after) {
        if (before.equals(after)) {
            return this;
        }
        List<Flow> changed = new ArrayList<>(flows.size() + after.size());
        changed.addAll(flows);
        before.forEach(flow -> add(changed, flow.negated()));
        after.forEach(flow -> add(changed, flow));
        return new PurchaseHistory(changed);
    }

    /** Into its place among sorted flows, one at most for two days. */
    private static void add(List<Flow> sums, Flow flow) {
        int place = Collections.binarySearch(sums, flow);
        if (place < 0) {
            sums.add(-place - 1, flow);
            return;
        }
        Flow sum = sums.get(place).plus(flow);
        if (sum.isNothing()) {
            sums.remove(place);
        } else {
            sums.set(place, sum);
        }
    }

    /**
     * The first day of effect on which two lists of flows differ, such as one order's before and after news; null if they are
     * equal. What was found of earlier days holds by both.
     */
    public static @Nullable LocalDate firstDifference(List<Flow> before, List<Flow> after) {
        return Stream.concat(
                        before.stream().filter(flow -> !after.contains(flow)),
                        after.stream().filter(flow -> !before.contains(flow)))
                .map(Flow::effective)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static List<Flow> summed(List<Flow> sorted) {
        List<Flow> sums = new ArrayList<>(sorted.size());
        for (Flow next : sorted) {
            Flow last = sums.isEmpty() ? null : sums.getLast();
            if (last != null && last.compareTo(next) == 0) {
                sums.set(sums.size() - 1, last.plus(next));
            } else {
                dropNothing(sums);
                sums.add(next);
            }
        }
        dropNothing(sums);
        return sums;
    }

    private static void dropNothing(List<Flow> sums) {
        if (!sums.isEmpty() && sums.getLast().isNothing()) {
            sums.removeLast();
        }
    }

    /** What was bought, as it was known at the end of a day (UTC). */
    public Purchases asOf(LocalDate day) {
        return Purchases.of(upTo(day));
    }

    /** What is bought by all that is known. */
    public Purchases present() {
        return Purchases.of(flows);
    }

    private List<Flow> upTo(LocalDate day) {
        int end = flows.size();
        while (end > 0 && flows.get(end - 1).effective().isAfter(day)) {
            end--;
        }
        return flows.subList(0, end);
    }

    public boolean isEmpty() {
        return flows.isEmpty();
    }
}
