package io.guanxi.analytics.value.stream;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.history.domain.OrderFlows;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.FactsChange;
import io.guanxi.analytics.value.domain.Measures;
import io.guanxi.analytics.value.domain.OrderRecord;
import io.guanxi.analytics.value.domain.OrderShare;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** Folds events into what is known of their customers, and passes on what changed. */
final class FoldingCustomers {

    private final ValueTopology.Parts parts;
    private final CustomerBook book;
    private final BoundariesInForce boundaries;
    private final Consumer<Record<byte[], Outcome>> out;

    FoldingCustomers(
            ValueTopology.Parts parts,
            CustomerBook book,
            BoundariesInForce boundaries,
            Consumer<Record<byte[], Outcome>> out) {
        this.parts = parts;
        this.book = book;
        this.boundaries = boundaries;
        this.out = out;
    }

    void take(Incoming incoming, long timestamp) {
        switch (incoming) {
            case IncomingOrder order -> fold(order, timestamp);
            case IncomingNews news -> fold(news);
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
        CustomerEntry entry = book.customer(customer);
        OrderShare before = known.share();
        OrderShare after = now.share();
        book.put(incoming, now);
        book.move(incoming, before.orderedAt(), after.orderedAt());
        CustomerFacts facts = entry.facts()
                .replacing(before, after, book.times(customer), incoming.news().happened());
        CustomerEntry changed = entry.with(facts).replacing(OrderFlows.of(known), OrderFlows.of(now));
        changed(incoming, entry, changed, timestamp);
    }

    private void countIfLate(Incoming incoming) {
        RevisedBoundaries present = boundaries.of(incoming.customer().tenant());
        if (present != null) {
            LocalDate grace =
                    present.boundaries().measuredAt().minusDays(parts.grace().toDays());
            if (Measures.day(incoming.happened()).isBefore(grace)) {
                parts.signals().eventLate();
            }
        }
    }

    private void fold(IncomingNews incoming) {
        String customer = incoming.customer().toString();
        CustomerEntry entry = book.customer(customer);
        CustomerHistory history = incoming.addedTo(entry.history());
        if (!history.equals(entry.history())) {
            book.put(customer, entry.with(history, entry.paging()));
        }
    }

    private void changed(IncomingOrder incoming, CustomerEntry entry, CustomerEntry now, long timestamp) {
        String customer = incoming.customer().toString();
        String tenant = incoming.customer().tenant();
        CustomerFacts facts = now.facts();
        boolean matters = facts.differsFrom(entry.facts());
        if (matters || isLaterDay(facts, entry.facts())) {
            byte[] change = StoredForms.pack(
                    new CustomerChange(new FactsChange(entry.facts(), facts), Counted.PLAIN, Counted.PLAIN));
            out.accept(new Record<>(
                    tenant.getBytes(StandardCharsets.UTF_8),
                    new Outcome.Change(change),
                    timestamp,
                    new RecordHeaders()));
        }
        CustomerEntry changed = now;
        if (matters) {
            changed = now.published(ValueStates.scores(facts, boundaries.of(tenant)));
            out.accept(parts.states().record(customer, changed, timestamp, incoming.origin()));
            parts.signals().valuePublished();
        }
        book.put(customer, changed);
    }

    /** Recency is counted in days, so a tenant need not hear of every later event. */
    private static boolean isLaterDay(CustomerFacts facts, CustomerFacts before) {
        return before.equals(CustomerFacts.NOTHING)
                || Measures.day(facts.updatedAt()).isAfter(Measures.day(before.updatedAt()));
    }

    void republish(String customer, CustomerEntry entry, long timestamp) {
        book.put(customer, entry);
        out.accept(parts.states().record(customer, entry, timestamp, null));
        parts.signals().valueRescored();
    }
}
