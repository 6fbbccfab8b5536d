package io.guanxi.analytics.measuring.stream;

import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.deadletter.Coordinates;
import io.guanxi.eventing.deadletter.DeadLetterHeaders;
import io.guanxi.eventing.deadletter.Rejection;
import io.guanxi.eventing.intake.IncomingEvent;
import io.guanxi.eventing.intake.Reading;
import io.guanxi.eventing.publish.EventHeaders;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes each event of the topics of orders, loyalty and customers to its customer, or sets it aside if it cannot be used. The
 * three topics have the same keys and as many partitions, so all that is told of a customer comes to the same place.
 */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
final class FoldingOrders implements Processor<byte[], byte[], byte[], Outcome> {

    private static final Logger LOG = LoggerFactory.getLogger(FoldingOrders.class);

    private final ValueTopology.Parts parts;

    private ProcessorContext<byte[], Outcome> context;
    private FoldingCustomers customers;

    FoldingOrders(ValueTopology.Parts parts) {
        this.parts = parts;
    }

    @Override
    public void init(ProcessorContext<byte[], Outcome> context) {
        this.context = context;
        CustomerBook book = new CustomerBook(
                context.getStateStore(ValueTopology.ORDERS), context.getStateStore(ValueTopology.CUSTOMERS));
        InForceTable inForce = new InForceTable(() -> context.getStateStore(ValueTopology.BOUNDARIES));
        customers = new FoldingCustomers(parts, book, inForce, new Telling(parts, inForce, context::forward));
        Rescoring rescoring = new Rescoring(book, inForce, parts.rescoredAtOnce(), customers::review);
        context.schedule(parts.rescoreEvery(), PunctuationType.WALL_CLOCK_TIME, rescoring::tick);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Coordinates place = place();
        if (!place.topic().equals(Topics.SHOP_ORDERS)
                && !IncomingNews.isToldBy(EventHeaders.text(record.headers(), Envelope.TYPE))) {
            return;
        }
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
        Incoming incoming;
        Optional<Rejection> doubt;
        try {
            incoming = place.topic().equals(Topics.SHOP_ORDERS) ? IncomingOrder.of(event) : IncomingNews.of(event);
            doubt = incoming instanceof IncomingOrder order
                    ? order.doubt(Instant.ofEpochMilli(record.timestamp()))
                    : Optional.empty();
        } catch (RuntimeException failure) {
            setAside(record, place, refused(failure));
            return;
        }
        if (doubt.isPresent()) {
            setAside(record, place, doubt.get());
            return;
        }
        if (incoming != null) {
            customers.take(incoming, record.timestamp());
        }
        DeadLetterHeaders.replayOf(place.topic(), record.headers())
                .ifPresent(origin ->
                        parts.replayAnswers().takenIn(origin, event.customer().tenant()));
    }

    /** What nobody thought of is a dead letter too: a poisonous record must not stop its partition. */
    private static Rejection refused(RuntimeException failure) {
        LOG.error("A valid order cannot be read; this is a fault of this service", failure);
        return Rejection.of("refused", "failed with " + failure.getClass().getSimpleName());
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
