package io.guanxi.analytics.membership;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.analytics.picture.domain.InForceHistory;
import io.guanxi.analytics.picture.domain.Membership;
import io.guanxi.analytics.picture.domain.Standing;
import io.guanxi.analytics.picture.explain.ExplainingAPicture;
import io.guanxi.analytics.picture.explain.Explanation;
import io.guanxi.analytics.population.Member;
import io.guanxi.analytics.segment.domain.Measure;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is in one segment at the end of a day, by the reviews that live events go through. Only those are gone through that the
 * answer depends on: nothing but a grade and a lapse remembers more than the day itself.
 */
public final class MembersOn {

    private static final Set<Measure> REMEMBERED =
            Collections.unmodifiableSet(EnumSet.of(Measure.GRADE, Measure.LAPSED));

    private final String segment;
    private final LocalDate day;
    private final InForceHistory all;
    private final OneSegment versions;
    private final LocalDate everybody;
    private final boolean remembers;

    public MembersOn(String segment, LocalDate day, InForceHistory versions) {
        this.segment = segment;
        this.day = day;
        this.all = versions;
        this.everybody = lastReviewOfEverybody(day, versions);
        this.versions = new OneSegment(versions, segment, everybody);
        this.remembers = remembers(everybody);
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

    public boolean has(Member customer) {
        return start(customer.standing())
                        .advanced(customer.history(), day, versions)
                        .membership(segment)
                != null;
    }

    private Standing start(Standing known) {
        LocalDate before = everybody.minusDays(1);
        return remembers
                ? known.asOf(before)
                : new Standing(before, versions.generation(), List.of(), List.of(), List.of());
    }

    /** All stays in it up to the end of the day, the earliest first, the last of which may last. */
    public List<Membership> stays(CustomerHistory history) {
        return reviewed(history).memberships();
    }

    /** Why a customer is in it or not; null if there is no definition in use on the day. */
    public @Nullable Explanation explain(CustomerHistory history) {
        InForce inForce = ever().on(day);
        return ExplainingAPicture.explain(history, reviewed(history), day, inForce)
                .segments()
                .get(segment);
    }

    private Standing reviewed(CustomerHistory history) {
        return Standing.of(history, day, ever());
    }

    private OneSegment ever() {
        return new OneSegment(all, segment, LocalDate.MIN);
    }
}
