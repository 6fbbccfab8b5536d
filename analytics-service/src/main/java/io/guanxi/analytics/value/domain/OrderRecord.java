package io.guanxi.analytics.value.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All different things that were said about one order, so that it can be seen as of any day. What is said twice is kept once,
 * and arrival leaves no trace.
 *
 * @param news by when they happened; none for an order that nobody has heard of
 */
public record OrderRecord(SortedSet<OrderNews> news) {

    public static final OrderRecord UNKNOWN = new OrderRecord(Collections.emptySortedSet());

    public OrderRecord {
        news = Collections.unmodifiableSortedSet(news);
    }

    /** Itself if that was said before. */
    public OrderRecord with(OrderNews said) {
        if (news.contains(said)) {
            return this;
        }
        TreeSet<OrderNews> more = new TreeSet<>(news);
        more.add(said);
        return new OrderRecord(more);
    }

    /**
     * News from which the same facts follow, of an order whose own news were not kept. When it was cancelled is not known, so
     * the latest moment is taken that is.
     */
    public static OrderRecord rebuiltFrom(OrderFacts facts) {
        return new OrderRecord(RebuiltNews.of(facts));
    }

    /** What follows from all that is known; null of an order that nobody has heard of. */
    public @Nullable OrderFacts facts() {
        OrderFacts facts = null;
        for (OrderNews said : news) {
            facts = OrderFacts.after(facts, said);
        }
        return facts;
    }

    /** What it adds to its customer's facts by all that is known. */
    public OrderShare share() {
        OrderFacts facts = facts();
        return facts == null ? OrderShare.NONE : facts.share();
    }

    /** What was ordered, as it was known at the end of a day (UTC); null if it did not count or was not sold by then. */
    public @Nullable OrderContent soldAsOf(LocalDate day) {
        OrderFacts facts = null;
        for (OrderNews said : news) {
            if (!Measures.day(said.happened()).isAfter(day)) {
                facts = OrderFacts.after(facts, said);
            }
        }
        return facts == null ? null : facts.share().sold();
    }
}
