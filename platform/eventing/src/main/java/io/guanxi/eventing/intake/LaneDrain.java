package io.guanxi.eventing.intake;

import io.guanxi.eventing.deadletter.Coordinates;
import io.guanxi.eventing.deadletter.DeadLetters.Dead;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tries what waits in a lane. Never called for one lane by two threads at once. */
final class LaneDrain {

    private static final int PAGE = 100;

    private final RecordReader reader;
    private final HandlerCall handler;
    private final Parking parking;
    private final Consumer<List<Dead>> deadLetters;

    /** Where a turn ended among the early events, so that the next one goes on there and none is for ever out of reach. */
    private final Map<Lane, Mark> marks = new ConcurrentHashMap<>();

    /** How a lane is left. */
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

    /** How a pass over early events ends. */
    enum Pass {
        /** Each that may fit was tried, and none of those that are left fits now. */
        COMPLETE,
        /** One failed, and the lane has a queue now. */
        FAILED,
        UNFINISHED
    }

    /**
     * @param order whose events are tried; null for all
     * @param last the last that was tried; null for none
     */
    private record Mark(@Nullable String order, @Nullable EarlyPlace last) {}

    LaneDrain(RecordReader reader, HandlerCall handler, Parking parking, Consumer<List<Dead>> deadLetters) {
        this.reader = reader;
        this.handler = handler;
        this.parking = parking;
        this.deadLetters = deadLetters;
    }

    /**
     * Handles what waits, as far as it goes.
     *
     * @param goOn asked before each event, with the place where it stands; false ends the turn
     */
    Drained drain(Lane lane, Predicate<Coordinates> goOn) {
        List<ParkedEvent> queue = parking.queue(lane, PAGE);
        while (!queue.isEmpty()) {
            for (ParkedEvent head : queue) {
                Pass pass = goOn.test(head.origin()) ? tryHead(head, goOn) : Pass.UNFINISHED;
                if (pass != Pass.COMPLETE) {
                    return left(pass);
                }
            }
            queue = parking.queue(lane, PAGE);
        }
        Pass pass = tryEarly(lane, null, goOn);
        if (pass != Pass.COMPLETE) {
            return left(pass);
        }
        return parking.early(lane, null, null, 1).isEmpty() ? Drained.EMPTY : Drained.EARLY_LEFT;
    }

    private static Drained left(Pass pass) {
        return pass == Pass.FAILED ? Drained.BLOCKED : Drained.UNFINISHED;
    }

    /** The head of the queue, and what waited for it. */
    private Pass tryHead(ParkedEvent head, Predicate<Coordinates> goOn) {
        switch (verdict(head)) {
            case Verdict.Failed failed -> {
                parking.update(head.queued(failed.problem()));
                return Pass.FAILED;
            }
            case Verdict.TooEarly tooEarly -> parking.update(head.early(tooEarly.waitsFor()));
            case Verdict.Refused refused -> bury(head, refused);
            case Verdict.Ignored ignored -> parking.remove(head);
            case Verdict.Applied applied -> {
                // The head stays until what waited for it is done: after a kill in between it is the head again.
                Pass pass = tryEarly(head.lane(), head.order(), goOn);
                if (pass != Pass.UNFINISHED) {
                    parking.remove(head);
                }
                return pass;
            }
        }
        return Pass.COMPLETE;
    }

    /** Tries, at once and from the oldest on, what may fit now that an event about an order was applied. */
    Pass afterApplied(Lane lane, @Nullable String order) {
        marks.remove(lane);
        return tryEarly(lane, order, place -> true);
    }

    /**
     * Tries the early events of a lane, oldest first, and again from the oldest as long as one fits.
     *
     * @param order of the event that was just applied; null to try all
     */
    private Pass tryEarly(Lane lane, @Nullable String order, Predicate<Coordinates> goOn) {
        Mark mark = marks.remove(lane);
        @Nullable EarlyPlace last = mark != null && Objects.equals(mark.order(), order) ? mark.last() : null;
        List<ParkedEvent> page = parking.early(lane, order, last, PAGE);
        while (!page.isEmpty()) {
            for (ParkedEvent waiting : page) {
                if (!goOn.test(waiting.origin())) {
                    marks.put(lane, new Mark(order, last));
                    return Pass.UNFINISHED;
                }
                Verdict verdict = tryOne(waiting);
                if (verdict instanceof Verdict.Failed) {
                    return Pass.FAILED;
                }
                last = verdict instanceof Verdict.Applied ? null : EarlyPlace.of(waiting);
                if (last == null) {
                    break;
                }
            }
            page = parking.early(lane, order, last, PAGE);
        }
        return Pass.COMPLETE;
    }

    private Verdict tryOne(ParkedEvent waiting) {
        Verdict verdict = verdict(waiting);
        switch (verdict) {
            case Verdict.TooEarly still -> {}
            case Verdict.Ignored ignored -> parking.remove(waiting);
            case Verdict.Applied applied -> parking.remove(waiting);
            case Verdict.Refused refused -> bury(waiting, refused);
            case Verdict.Failed failed -> parking.update(waiting.queued(failed.problem()));
        }
        return verdict;
    }

    private Verdict verdict(ParkedEvent event) {
        return switch (reader.read(event.record())) {
            case Reading.Unusable unusable -> new Verdict.Refused(unusable.rejection());
            case Reading.Usable usable ->
                handler.call(usable.event(), event.record().headers());
        };
    }

    private void bury(ParkedEvent event, Verdict.Refused refused) {
        deadLetters.accept(List.of(new Dead(event.record(), refused.rejection())));
        parking.remove(event);
    }
}
