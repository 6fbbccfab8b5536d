package io.guanxi.embedded.store;

import java.util.List;

/**
 * A way to find the documents of a query.
 *
 * @param intervals disjoint, in the order in which they are to be read
 * @param sorted whether documents come in the order that was asked for
 */
record Plan(OrderedIndex index, List<Interval> intervals, boolean backwards, boolean sorted) {}
