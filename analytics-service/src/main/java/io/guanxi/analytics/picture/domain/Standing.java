package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.history.domain.CustomerHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a customer at the reviews up to a day. There is one on each day with news of the customer, on each Monday,
 * and on each day on which a version took force. It follows from the history and the versions alone: going on from a standing
 * gives the same as beginning anew.
 *
 * @param reviewedTo the last day (UTC) that was gone through; null if none was
 * @param generation of the versions that it was reviewed by
 * @param grades ascending by day
 * @param lapses ascending by day; only the last one may last
 * @param memberships in order of entering; of one segment only the last one may last
 */
public record Standing(
        @Nullable LocalDate reviewedTo,
        int generation,
        List<GradeChange> grades,
        List<Lapse> lapses,
        List<Membership> memberships) {

    public static final Standing NONE = new Standing(null, 0, List.of(), List.of(), List.of());

    public Standing {
        grades = List.copyOf(grades);
        lapses = List.copyOf(lapses);
        memberships = List.copyOf(memberships);
    }

    /** All reviews up to a day. */
    public static Standing of(CustomerHistory history, LocalDate to, InForceHistory versions) {
        return NONE.advanced(history, to, versions);
    }

    /**
     * The reviews up to a day that are not done yet. Those that were done must have been done by this history: after news of an
     * earlier day go on from {@link #before} that day. Versions that were recorded since are found by themselves.
     *
     * @param to included; if it was reviewed before, nothing changes
     */
    public Standing advanced(CustomerHistory history, LocalDate to, InForceHistory versions) {
        Standing valid = generation == versions.generation() ? this : before(versions.changedSince(generation));
        return new Reviews(history, versions, valid).upTo(to);
    }

    /** As it was at the end of a day. */
    public Standing asOf(LocalDate day) {
        return reviewedTo == null || !reviewedTo.isAfter(day) ? this : before(day.plusDays(1));
    }

    /** What was found before a day. */
    public Standing before(LocalDate day) {
        if (reviewedTo == null || reviewedTo.isBefore(day)) {
            return this;
        }
        if (day.equals(LocalDate.MIN)) {
            return NONE;
        }
        return new Standing(
                day.minusDays(1),
                generation,
                grades.stream().filter(change -> change.day().isBefore(day)).toList(),
                lapses.stream()
                        .filter(lapse -> lapse.began().isBefore(day))
                        .map(lapse -> lapse.ended() == null || lapse.ended().isBefore(day) ? lapse : lapse.reopened())
                        .toList(),
                memberships.stream()
                        .filter(stay -> stay.entered().isBefore(day))
                        .map(stay -> stay.left() == null || stay.left().isBefore(day) ? stay : stay.reopened())
                        .toList());
    }

    /**
     * The first day for which two histories of a customer do not tell the same, so that what was found {@link #before} it by one
     * of them is true of the other. {@link LocalDate#MAX} if they are the same.
     */
    public static LocalDate firstDifference(CustomerHistory one, CustomerHistory other) {
        return HistoryDifference.first(one, other);
    }

    /** The present one; null until the customer was judged. */
    public @Nullable Grade grade() {
        return grades.isEmpty() ? null : grades.getLast().to();
    }

    /** The episode that lasts; null if none does. */
    public @Nullable Lapse lapse() {
        return lapses.isEmpty() || !lapses.getLast().lasts() ? null : lapses.getLast();
    }

    /** The segments that the customer is in. */
    public SortedSet<String> segments() {
        return memberships.stream()
                .filter(Membership::lasts)
                .map(Membership::segment)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The stay in a segment that lasts; null if the customer is not in it. */
    public @Nullable Membership membership(String segment) {
        return memberships.reversed().stream()
                .filter(stay -> stay.lasts() && stay.segment().equals(segment))
                .findFirst()
                .orElse(null);
    }

    /**
     * What has to be told to somebody who was told of an earlier standing: grades, lapses and segments, each by day. If this one
     * goes on from it, that is all that was found since. If it does not, since late news changed what had been found, it is what
     * leads from the present that was told to this one, with {@code revised} among the reasons or as the cause. That a customer has no grade any more is not told.
     */
    public List<StandingChange> changesSince(Standing earlier) {
        return Objects.equals(earlier, this) ? List.of() : new Difference(earlier, this).changes();
    }
}
