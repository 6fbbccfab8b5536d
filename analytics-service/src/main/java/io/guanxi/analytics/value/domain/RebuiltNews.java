package io.guanxi.analytics.value.domain;

import io.guanxi.analytics.value.domain.OrderFacts.ReturnFacts;
import io.guanxi.analytics.value.domain.OrderFacts.Sale;
import io.guanxi.analytics.value.domain.OrderNews.Returned;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** As few news as possible from which given facts of an order follow. */
final class RebuiltNews {

    /** Of an order that was cancelled before anything is known of its content. */
    private static final OrderContent UNKNOWN = OrderContent.of("XXX", Amounts.ZERO, 0);

    private final OrderFacts facts;
    private final OrderContent content;
    private final TreeSet<OrderNews> news = new TreeSet<>();

    private RebuiltNews(OrderFacts facts) {
        this.facts = facts;
        this.content = facts.sale() == null ? UNKNOWN : facts.sale().content();
    }

    static SortedSet<OrderNews> of(OrderFacts facts) {
        RebuiltNews rebuilt = new RebuiltNews(facts);
        rebuilt.add();
        return rebuilt.news;
    }

    private void add() {
        Sale sale = facts.sale();
        facts.returns().forEach(this::addReturn);
        if (sale != null && sale.step() != OrderStep.RETURNED) {
            news.add(new OrderNews(sale.step(), sale.happened(), null, content, null));
        }
        if (facts.cancelled()) {
            news.add(new OrderNews(OrderStep.CANCELLED, latest(), null, content, null));
        }
        if (facts.placedAt() != null) {
            news.add(new OrderNews(OrderStep.PLACED, facts.seenAt(), facts.placedAt(), content, null));
        } else {
            addFirst(sale);
        }
    }

    private void addReturn(String id, ReturnFacts returned) {
        Returned said = new Returned(id, returned.units(), returned.refund());
        news.add(new OrderNews(OrderStep.RETURNED, returned.happened(), null, content, said));
    }

    /** What was heard first said nothing of the placing, and less than what was heard later. */
    private void addFirst(@Nullable Sale sale) {
        boolean isThere = news.stream().anyMatch(one -> one.happened().equals(facts.seenAt()));
        if (isThere || sale == null) {
            return;
        }
        if (sale.step() == OrderStep.RETURNED) {
            addReturn(facts.returns().firstKey(), new ReturnFacts(facts.seenAt(), 0, Amounts.ZERO));
        } else {
            news.add(new OrderNews(sale.step(), facts.seenAt(), null, content, null));
        }
    }

    private Instant latest() {
        return news.isEmpty() ? facts.seenAt() : news.last().happened();
    }
}
