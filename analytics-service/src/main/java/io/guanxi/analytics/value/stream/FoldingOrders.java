package io.guanxi.analytics.value.stream;

import io.guanxi.analytics.history.domain.OrderFlows;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.FactsChange;
import io.guanxi.analytics.value.domain.OrderRecord;
import io.guanxi.analytics.value.domain.OrderShare;
import io.guanxi.eventing.deadletter.Coordinates;
import io.guanxi.eventing.deadletter.DeadLetterHeaders;
import io.guanxi.eventing.deadletter.Rejection;
import io.guanxi.eventing.intake.IncomingEvent;
import io.guanxi.eventing.intake.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds each order event into the facts of its order and its customer, and passes on what changed. */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
final class FoldingOrders implements Processor<byte[], byte[], byte[], Outcome> {

    private static final Logger LOG = LoggerFactory.getLogger(FoldingOrders.class);
    private static final long SECONDS_A_DAY = 86_400;

    private final ValueTopology.Parts parts;

    private ProcessorContext<byte[], Outcome> context;
    private CustomerBook book;
    private BoundariesInForce boundaries;

    FoldingOrders(ValueTopology.Parts parts) {
        this.parts = parts;
    }

    @Override
    public void init(ProcessorContext<byte[], Outcome> context) {
        this.context = context;
        book = new CustomerBook(
                context.getStateStore(ValueTopology.ORDERS), context.getStateStore(ValueTopology.CUSTOMERS));
        boundaries = new BoundariesInForce(context.getStateStore(ValueTopology.BOUNDARIES));
        Rescoring rescoring = new Rescoring(book, boundaries, parts.rescoredAtOnce(), this::republish);
        context.schedule(parts.rescoreEvery(), PunctuationType.WALL_CLOCK_TIME, rescoring::tick);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Coordinates place = place();
        switch (read(record, place)) {
            case Reading.Usable usable -> take(usable.event(), record, place);
            case Reading.Unusable unusable -> setAside(record, place, unusable.rejection());
        }
    }

    private Reading read(Record<byte[], byte[]> record, Coordinates place) {
        try {
            return parts.reader().read(place.topic(), record.key(), record.value(), record.headers());
        } catch (RuntimeException failure) {
            return new Reading.Unusable(refused(failure));
        }
    }

    private void take(IncomingEvent event, Record<byte[], byte[]> record, Coordinates place) {
        IncomingOrder order;
        try {
            order = IncomingOrder.of(event);
        } catch (RuntimeException failure) {
            setAside(record, place, refused(failure));
            return;
        }
        fold(order, record.timestamp());
        DeadLetterHeaders.replayOf(place.topic(), record.headers())
                .ifPresent(origin ->
                        parts.replayAnswers().takenIn(origin, order.customer().tenant()));
    }

    /** What nobody thought of is a dead letter too: a poisonous record must not stop its partition. */
    private static Rejection refused(RuntimeException failure) {
        LOG.error("A valid order cannot be read; this is a fault of this service", failure);
        return Rejection.of("refused", "failed with " + failure.getClass().getSimpleName());
    }

    private void fold(IncomingOrder incoming, long timestamp) {
        String customer = incoming.customer().toString();
        OrderRecord known = book.order(incoming);
        OrderRecord now = known.with(incoming.news());
        if (now == known) {
            return;
        }
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

    private void changed(IncomingOrder incoming, CustomerEntry entry, CustomerEntry now, long timestamp) {
        String customer = incoming.customer().toString();
        String tenant = incoming.customer().tenant();
        CustomerFacts facts = now.facts();
        boolean matters = facts.differsFrom(entry.facts());
        if (matters || isLaterDay(facts, entry.facts())) {
            byte[] change = StoredForms.pack(new FactsChange(entry.facts(), facts));
            context.forward(new Record<>(
                    tenant.getBytes(StandardCharsets.UTF_8),
                    new Outcome.Change(change),
                    timestamp,
                    new RecordHeaders()));
        }
        CustomerEntry changed = now;
        if (matters) {
            changed = now.published(ValueStates.scores(facts, boundaries.of(tenant)));
            context.forward(parts.states().record(customer, changed, timestamp, incoming.origin()));
            parts.signals().valuePublished();
        }
        book.put(customer, changed);
    }

    /** Recency is counted in days, so a tenant need not hear of every later event. */
    private static boolean isLaterDay(CustomerFacts facts, CustomerFacts before) {
        return dayOf(facts.updatedAt()) > dayOf(before.updatedAt());
    }

    private static long dayOf(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), SECONDS_A_DAY);
    }

    private void republish(String customer, CustomerEntry entry, long timestamp) {
        book.put(customer, entry);
        context.forward(parts.states().record(customer, entry, timestamp, null));
        parts.signals().valueRescored();
    }

    private void setAside(Record<byte[], byte[]> record, Coordinates place, Rejection rejection) {
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        context.forward(record.withValue((Outcome) new Outcome.Letter(record.value()))
                .withHeaders(DeadLetterHeaders.of(record.headers(), place, rejection, parts.group(), now)));
        parts.signals().deadLetter(place.topic(), rejection.reason());
        LOG.warn("Record {} is a dead letter: {}, {}", place, rejection.reason(), rejection.detail());
    }

    private Coordinates place() {
        RecordMetadata at = context.recordMetadata().orElseThrow();
        return new Coordinates(at.topic(), at.partition(), at.offset());
    }
}
