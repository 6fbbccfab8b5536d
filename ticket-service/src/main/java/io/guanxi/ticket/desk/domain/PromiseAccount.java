package io.guanxi.ticket.desk.domain;

import io.guanxi.ticket.desk.domain.calendar.BusinessCalendar;
import io.guanxi.ticket.desk.domain.calendar.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How it comes that a promise is due when it is: what was counted, by which calendar, and what was not.
 *
 * @param promise what is explained
 * @param asOf up to when was counted
 * @param counted the stretches in which it ran
 * @param pauses the time between them
 * @param used the business time that was counted; absent if a calendar is no longer known
 */
public record PromiseAccount(
        Promise promise,
        Instant asOf,
        List<Counted> counted,
        List<Pause> pauses,
        @Nullable Duration used) {

    /** Enough for half a year of split days. */
    static final int MOST_SPANS = 260;

    public PromiseAccount {
        counted = List.copyOf(counted);
        pauses = List.copyOf(pauses);
    }

    /**
     * What was counted in one stretch.
     *
     * @param calendar absent if these terms no longer know the calendar of the stretch
     * @param spans the open hours in it, the first {@value PromiseAccount#MOST_SPANS} of them
     * @param time all open hours in it; absent with the calendar
     */
    public record Counted(
            Stretch stretch,
            @Nullable BusinessCalendar calendar,
            List<Span> spans,
            @Nullable Duration time) {

        public Counted {
            spans = List.copyOf(spans);
        }
    }

    /**
     * Time that does not count.
     *
     * @param to absent if it still lasts
     * @param because why the promise stopped running
     */
    public record Pause(Instant from, @Nullable Instant to, Stretch.Ending because) {}

    public static PromiseAccount of(Promise promise, ServiceTerms terms, Instant asOf) {
        List<Counted> counted = promise.stretches().stream()
                .map(stretch -> counted(stretch, terms, asOf))
                .toList();
        return new PromiseAccount(promise, asOf, counted, pauses(promise), used(counted));
    }

    private static Counted counted(Stretch stretch, ServiceTerms terms, Instant asOf) {
        Optional<BusinessCalendar> calendar = terms.calendar(stretch.calendar());
        if (calendar.isEmpty()) {
            return new Counted(stretch, null, List.of(), null);
        }
        Instant to = stretch.to() == null ? asOf : stretch.to();
        List<Span> spans = calendar.get().openSpans(stretch.from(), to);
        Duration time = spans.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
        return new Counted(
                stretch, calendar.get(), spans.stream().limit(MOST_SPANS).toList(), time);
    }

    private static List<Pause> pauses(Promise promise) {
        List<Pause> pauses = new ArrayList<>();
        List<Stretch> stretches = promise.stretches();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            boolean last = i == stretches.size() - 1;
            // What ended the last stretch is a pause only if it was a hold: the promise may have been kept meanwhile.
            boolean over = last && stretch.ended() != Stretch.Ending.HELD;
            if (stretch.to() != null && stretch.ended() != null && !over) {
                pauses.add(new Pause(
                        stretch.to(),
                        last ? promise.keptAt() : stretches.get(i + 1).from(),
                        stretch.ended()));
            }
        }
        return pauses;
    }

    /** Whether it was kept while it was paused: then it had no due time at that moment. */
    public boolean keptOnHold() {
        return promise.keptAt() != null && promise.stretches().getLast().ended() == Stretch.Ending.HELD;
    }

    private static @Nullable Duration used(List<Counted> counted) {
        Duration sum = Duration.ZERO;
        for (Counted part : counted) {
            if (part.time() == null) {
                return null;
            }
            sum = sum.plus(part.time());
        }
        return sum;
    }
}
