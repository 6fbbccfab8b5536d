package io.guanxi.eventing.intake;

import io.guanxi.eventing.deadletter.Coordinates;
import io.guanxi.eventing.deadletter.DeadLetterHeaders;
import io.guanxi.eventing.deadletter.DeadLetters.Dead;
import io.guanxi.eventing.deadletter.Rejection;
import io.guanxi.eventing.intake.LaneDrain.Drained;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the records of one customer, one after the other. Never called for one lane by two threads at once.
 *
 * <p>The order of a customer's events is kept by one rule: while its queue is not empty, nothing of the customer is handled
 * but the head of the queue, and what comes is put at the end. Whatever leaves the topic without effect is stored before.
 */
final class LaneWork {

    private final RecordReader reader;
    private final HandlerCall handler;
    private final Parking parking;
    private final ParkedLanes parked;
    private final Resolutions resolutions;
    private final LaneDrain waiting;

    /** Told when the replay of a dead letter has been taken in. */
    @FunctionalInterface
    interface Resolutions {
        void resolved(Coordinates origin, String tenant);
    }

    LaneWork(
            RecordReader reader,
            HandlerCall handler,
            Parking parking,
            ParkedLanes parked,
            Consumer<List<Dead>> deadLetters,
            Resolutions resolutions) {
        this.reader = reader;
        this.handler = handler;
        this.parking = parking;
        this.parked = parked;
        this.resolutions = resolutions;
        this.waiting = new LaneDrain(reader, handler, parking, deadLetters);
    }

    /**
     * Handles records that just came.
     *
     * @param done places whose effect is durable; they are skipped and added to
     * @return those that cannot be used; they are not done before they are stored as dead letters
     * @throws RuntimeException if a machine is broken; all before is done
     */
    List<Dead> process(Lane lane, List<ConsumerRecord<byte[], byte[]>> records, Set<Coordinates> done) {
        List<Dead> dead = new ArrayList<>();
        boolean mayHold = parked.mayHold(lane);
        Live live = new Live(lane, mayHold, mayHold ? earlyAmong(records) : Set.of());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Coordinates place = Coordinates.of(record);
            if (done.contains(place)) {
                continue;
            }
            Rejection rejection = live.take(record);
            if (rejection == null) {
                done.add(place);
            } else {
                dead.add(new Dead(record, rejection));
            }
        }
        return dead;
    }

    private Set<Coordinates> earlyAmong(List<ConsumerRecord<byte[], byte[]>> records) {
        return parking.earlyAmong(records.stream().map(Coordinates::of).toList());
    }

    /** One pass over new records of a lane. */
    private final class Live {

        private final Lane lane;
        private final Set<Coordinates> alreadyEarly;
        private boolean queued;
        private boolean early;

        Live(Lane lane, boolean mayHold, Set<Coordinates> alreadyEarly) {
            this.lane = lane;
            this.queued = mayHold && parking.isQueued(lane);
            this.early = mayHold;
            this.alreadyEarly = alreadyEarly;
        }

        /** @return why the record cannot be used; null if it was taken in */
        @Nullable
        Rejection take(ConsumerRecord<byte[], byte[]> record) {
            if (alreadyEarly.contains(Coordinates.of(record))) {
                // Delivered again: it waits already, behind others, and must not overtake them now that it may fit.
                return null;
            }
            return switch (reader.read(record)) {
                case Reading.Unusable unusable -> unusable.rejection();
                case Reading.Usable usable -> {
                    IncomingEvent event = usable.event();
                    Rejection rejection = queued ? wait(record, event) : handle(record, event);
                    if (rejection == null) {
                        DeadLetterHeaders.replayOf(record)
                                .ifPresent(origin -> resolutions.resolved(
                                        origin, event.origin().tenant()));
                    }
                    yield rejection;
                }
            };
        }

        private @Nullable Rejection wait(ConsumerRecord<byte[], byte[]> record, IncomingEvent event) {
            park(ParkedEvent.behind(record, lane, event));
            return null;
        }

        private @Nullable Rejection handle(ConsumerRecord<byte[], byte[]> record, IncomingEvent event) {
            switch (handler.call(event, record.headers())) {
                case Verdict.Ignored ignored -> {}
                case Verdict.Applied applied -> {
                    if (early) {
                        queued = waiting.afterApplied(lane, event.order()) == LaneDrain.Pass.FAILED;
                    }
                }
                case Verdict.TooEarly tooEarly -> {
                    park(ParkedEvent.early(record, lane, event, tooEarly.waitsFor()));
                    early = true;
                }
                case Verdict.Failed failed -> {
                    park(ParkedEvent.failed(record, lane, event, failed.problem()));
                    queued = true;
                }
                case Verdict.Refused refused -> {
                    return refused.rejection();
                }
            }
            return null;
        }
    }

    private void park(ParkedEvent event) {
        parking.park(event);
        parked.add(event.lane());
    }

    /** Handles what waits in a lane; see {@link LaneDrain#drain}. */
    Drained drain(Lane lane, Predicate<Coordinates> goOn) {
        return waiting.drain(lane, goOn);
    }
}
