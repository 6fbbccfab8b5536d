package io.guanxi.analytics.segment.difference;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.picture.domain.InForceHistory;
import io.guanxi.analytics.picture.domain.Standing;
import io.guanxi.analytics.segment.domain.Measure;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is in one segment at the end of a day, by the reviews that live events go through. Only those are gone through that the
 * answer depends on: nothing but a grade and a lapse remembers more than the day itself.
 */
public final class MembersOn {

    private static final Set<Measure> REMEMBERED =
            Collections.unmodifiableSet(EnumSet.of(Measure.GRADE, Measure.LAPSED));

    private final String segment;
    private final LocalDate day;
    private final OneSegment versions;
    private final Standing start;

    public MembersOn(String segment, LocalDate day, InForceHistory versions) {
        this.segment = segment;
        this.day = day;
        LocalDate everybody = lastReviewOfEverybody(day, versions);
        this.versions = new OneSegment(versions, segment, everybody);
        this.start = remembers(everybody)
                ? Standing.NONE
                : new Standing(everybody.minusDays(1), versions.generation(), List.of(), List.of(), List.of());
    }

    /** Everybody is reviewed on Mondays, and when a version takes force. */
    private static LocalDate lastReviewOfEverybody(LocalDate day, InForceHistory versions) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<LocalDate> changes = versions.changes(monday, day);
        return changes.isEmpty() ? monday : changes.getLast();
    }

    private boolean remembers(LocalDate from) {
        return Stream.concat(Stream.of(from), versions.changes(from, day).stream())
                .flatMap(on -> versions.on(on).segments().stream())
                .flatMap(definition -> definition.condition().measures().stream())
                .anyMatch(REMEMBERED::contains);
    }

    /** Whether a customer with this history is in it. */
    public boolean has(CustomerHistory history) {
        return start.advanced(history, day, versions).membership(segment) != null;
    }
}
