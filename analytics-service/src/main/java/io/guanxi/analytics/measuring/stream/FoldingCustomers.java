package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.history.domain.Flow;
import io.guanxi.analytics.history.domain.OrderFlows;
import io.guanxi.analytics.history.domain.PurchaseHistory;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.Measures;
import io.guanxi.analytics.value.domain.OrderRecord;
import io.guanxi.analytics.value.domain.OrderShare;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds events into what is known of their customers, and has told what follows from it. */
final class FoldingCustomers {

    private final CustomerBook book;
    private final InForceTable inForce;
    private final Telling telling;
    private final ValueTopology.Parts parts;

    FoldingCustomers(ValueTopology.Parts parts, CustomerBook book, InForceTable inForce, Telling telling) {
        this.parts = parts;
        this.book = book;
        this.inForce = inForce;
        this.telling = telling;
    }

    void take(Incoming incoming, long timestamp) {
        switch (incoming) {
            case IncomingOrder order -> fold(order, timestamp);
            case IncomingNews news -> fold(news, timestamp);
        }
    }

    private void fold(IncomingOrder incoming, long timestamp) {
        String customer = incoming.customer().toString();
        OrderRecord known = book.order(incoming);
        OrderRecord now = known.with(incoming.news());
        if (now == known) {
            return;
        }
        countIfLate(incoming);
        // Before the order is put: a customer without a history gets it from the orders as they are.
        CustomerEntry entry = book.customer(customer);
        OrderShare before = known.share();
        OrderShare after = now.share();
        book.put(incoming, now);
        book.move(incoming, before.orderedAt(), after.orderedAt());
        CustomerFacts facts = entry.facts().replacing(before, after, book.times(customer), incoming.happened());
        List<Flow> flowsBefore = OrderFlows.of(known);
        List<Flow> flowsAfter = OrderFlows.of(now);
        CustomerEntry changed = entry.with(facts)
                .replacing(flowsBefore, flowsAfter)
                .with(validBefore(entry.judged(), PurchaseHistory.firstDifference(flowsBefore, flowsAfter)));
        book.put(customer, telling.tell(customer, entry, changed, timestamp, incoming.origin()));
    }

    private void fold(IncomingNews incoming, long timestamp) {
        String customer = incoming.customer().toString();
        CustomerEntry entry = book.customer(customer);
        CustomerHistory history = incoming.addedTo(entry.history());
        if (!history.equals(entry.history())) {
            CustomerEntry changed = entry.with(history, entry.paging())
                    .with(validBefore(entry.judged(), Measures.day(incoming.happened())));
            book.put(customer, telling.tell(customer, entry, changed, timestamp, incoming.origin()));
        }
    }

    /** What was found of a day on which something else has happened than was known, and of later days, has to be found anew. */
    private static Judged validBefore(Judged judged, @Nullable LocalDate changed) {
        return changed == null ? judged : judged.before(changed);
    }

    private void countIfLate(Incoming incoming) {
        LocalDate present = inForce.of(incoming.customer().tenant()).latestDay();
        if (present != null
                && Measures.day(incoming.happened())
                        .isBefore(present.minusDays(parts.grace().toDays()))) {
            parts.signals().eventLate();
        }
    }

    /** Finds out anew what follows from versions that have come, and tells what is different by them. */
    void review(CustomerBook.Found found, long timestamp) {
        CustomerEntry reviewed = telling.tell(found.customer(), found.entry(), found.entry(), timestamp, null);
        if (!reviewed.equals(found.entry())) {
            book.put(found.customer(), reviewed);
        }
    }
}
