package io.guanxi.eventing.intake;

import io.guanxi.eventing.deadletter.Coordinates;
import io.guanxi.eventing.deadletter.DeadLetterHeaders;
import io.guanxi.eventing.deadletter.DeadLetters.Dead;
import io.guanxi.eventing.deadletter.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the records of one customer, one after the other. Never called for one lane by two threads at once.
 *
 * <p>The order of a customer's events is kept by one rule: while its queue is not empty, nothing of the customer is handled
 * but the head of the queue, and what comes is put at the end. Whatever leaves the topic without effect is stored before.
 */
final class LaneWork {

    private static final int QUEUE_PAGE = 100;

    private final RecordReader reader;
    private final HandlerCall handler;
    private final Parking parking;
    private final ParkedLanes parked;
    private final Consumer<List<Dead>> deadLetters;
    private final Resolutions resolutions;

    /** Told when the replay of a dead letter has been taken in. */
    @FunctionalInterface
    interface Resolutions {
        void resolved(Coordinates origin, String tenant);
    }

    /** How a lane is left by a drain. */
    enum Drained {
        /** Nothing is parked any more. */
        EMPTY,
        /** Early events wait on; the customer's other events flow. */
        EARLY_LEFT,
        /** The head of the queue failed again. */
        BLOCKED,
        /** Its turn is over, or another instance reads the partition now. */
        UNFINISHED
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
        this.deadLetters = deadLetters;
        this.resolutions = resolutions;
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
        Live live = new Live(lane, mayHold);
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

    /** One pass over new records of a lane. */
    private final class Live {

        private final Lane lane;
        private final Set<Coordinates> waiting;
        private boolean queued;
        private boolean early;

        Live(Lane lane, boolean mayHold) {
            this.lane = lane;
            this.queued = mayHold && parking.isQueued(lane);
            this.early = mayHold;
            this.waiting = mayHold
                    ? parking.early(lane).stream().map(ParkedEvent::origin).collect(Collectors.toSet())
                    : Set.of();
        }

        /** @return why the record cannot be used; null if it was taken in */
        @Nullable
        Rejection take(ConsumerRecord<byte[], byte[]> record) {
            if (waiting.contains(Coordinates.of(record))) {
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
                        queued = retryEarly(lane, event.order(), false);
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

    /**
     * Handles what waits in a lane, as far as it goes.
     *
     * @param goOn asked before each event, with the place where it stands; false ends the turn
     */
    Drained drain(Lane lane, Predicate<Coordinates> goOn) {
        List<ParkedEvent> queue = parking.queue(lane, QUEUE_PAGE);
        while (!queue.isEmpty()) {
            for (ParkedEvent head : queue) {
                if (!goOn.test(head.origin())) {
                    return Drained.UNFINISHED;
                }
                if (!drained(head)) {
                    return Drained.BLOCKED;
                }
            }
            queue = parking.queue(lane, QUEUE_PAGE);
        }
        if (retryEarly(lane, null, true)) {
            return Drained.BLOCKED;
        }
        return parking.early(lane).isEmpty() ? Drained.EMPTY : Drained.EARLY_LEFT;
    }

    /** @return false if the head failed again */
    private boolean drained(ParkedEvent head) {
        switch (verdict(head)) {
            case Verdict.Failed failed -> {
                parking.update(again(head, ParkedEvent.Kind.QUEUED, head.waitsFor(), failed.problem()));
                return false;
            }
            case Verdict.TooEarly tooEarly ->
                parking.update(again(head, ParkedEvent.Kind.EARLY, tooEarly.waitsFor(), null));
            case Verdict.Refused refused -> bury(head, refused.rejection());
            case Verdict.Ignored ignored -> parking.remove(head);
            case Verdict.Applied applied -> {
                // The head stays until what waited for it is done: after a kill in between it is the head again.
                boolean blocked = retryEarly(head.lane(), head.order(), false);
                parking.remove(head);
                return !blocked;
            }
        }
        return true;
    }

    /**
     * Tries the early events of a lane, oldest first, and again from the oldest as long as one fits.
     *
     * @param order of the event that was just applied; null if it is about none
     * @param all whether to try also those that wait for another order
     * @return true if one failed and the lane has a queue now
     */
    private boolean retryEarly(Lane lane, @Nullable String order, boolean all) {
        boolean everything = all || order == null;
        boolean progress = true;
        while (progress) {
            progress = false;
            for (ParkedEvent waiting : parking.early(lane)) {
                if (!everything && !waiting.mayFitAfter(order)) {
                    continue;
                }
                Verdict verdict = verdict(waiting);
                switch (verdict) {
                    case Verdict.TooEarly still -> {}
                    case Verdict.Ignored ignored -> parking.remove(waiting);
                    case Verdict.Refused refused -> bury(waiting, refused.rejection());
                    case Verdict.Applied applied -> parking.remove(waiting);
                    case Verdict.Failed failed -> {
                        parking.update(again(waiting, ParkedEvent.Kind.QUEUED, null, failed.problem()));
                        return true;
                    }
                }
                if (verdict instanceof Verdict.Applied) {
                    progress = true;
                    break;
                }
            }
        }
        return false;
    }

    private Verdict verdict(ParkedEvent event) {
        return switch (reader.read(event.record())) {
            case Reading.Unusable unusable -> new Verdict.Refused(unusable.rejection());
            case Reading.Usable usable ->
                handler.call(usable.event(), event.record().headers());
        };
    }

    private void bury(ParkedEvent event, Rejection rejection) {
        deadLetters.accept(List.of(new Dead(event.record(), rejection)));
        parking.remove(event);
    }

    private static ParkedEvent again(
            ParkedEvent event, ParkedEvent.Kind kind, @Nullable String waitsFor, @Nullable String problem) {
        return new ParkedEvent(
                event.record(),
                event.lane(),
                kind,
                event.tenant(),
                event.eventId(),
                event.type(),
                event.happened(),
                waitsFor,
                event.order(),
                event.attempts() + (problem == null ? 0 : 1),
                problem);
    }
}
