package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.picture.domain.StandingChange.GradeChanged;
import io.guanxi.analytics.picture.domain.StandingChange.LapseBegan;
import io.guanxi.analytics.picture.domain.StandingChange.LapseEnded;
import io.guanxi.analytics.picture.domain.StandingChange.SegmentEntered;
import io.guanxi.analytics.picture.domain.StandingChange.SegmentLeft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What leads from one standing to a later one, or to one that was found by more news. */
record Difference(Standing earlier, Standing later) {

    /** Why something is told that no review found: what was told before turned out not to be so. */
    private static final String REVISED = "revised";

    List<StandingChange> changes() {
        List<StandingChange> changes = new ArrayList<>();
        grades(changes);
        lapses(changes);
        memberships(changes);
        changes.sort(Comparator.comparing(StandingChange::day));
        return List.copyOf(changes);
    }

    private void grades(List<StandingChange> changes) {
        Set<Object> told = earlier.grades().stream().map(Difference::same).collect(Collectors.toSet());
        Grade last = earlier.grade();
        for (GradeChange change : later.grades()) {
            if (!told.contains(same(change))) {
                changes.add(new GradeChanged(change));
                last = change.to();
            }
        }
        if (last != later.grade() && !later.grades().isEmpty()) {
            changes.add(new GradeChanged(revised(last, later.grades().getLast())));
        }
    }

    /** Two findings of the same, whatever the numbers behind them. */
    private static Object same(GradeChange change) {
        return change.from() == null
                ? List.of(change.day(), change.to())
                : List.of(change.day(), change.from(), change.to());
    }

    private GradeChange revised(@Nullable Grade told, GradeChange is) {
        return new GradeChange(
                today(is.day()),
                told,
                is.to(),
                is.ruleVersion(),
                is.modelVersion(),
                is.value(),
                is.potential(),
                List.of(REVISED));
    }

    private LocalDate today(LocalDate atLeast) {
        LocalDate day = later.reviewedTo();
        return day == null || day.isBefore(atLeast) ? atLeast : day;
    }

    private void lapses(List<StandingChange> changes) {
        for (Lapse lapse : later.lapses()) {
            Lapse told = lapse(earlier, lapse.began());
            if (told == null || (lapse.lasts() && !told.lasts())) {
                changes.add(new LapseBegan(lapse));
            }
            LocalDate ended = lapse.ended();
            if (ended != null && (told == null || !ended.equals(told.ended()))) {
                changes.add(new LapseEnded(ended, lapse));
            }
        }
        Lapse lasting = earlier.lapse();
        if (lasting != null && lapse(later, lasting.began()) == null) {
            LocalDate day = today(lasting.began());
            changes.add(new LapseEnded(day, lasting.ended(day, REVISED)));
        }
    }

    private static @Nullable Lapse lapse(Standing standing, LocalDate began) {
        return standing.lapses().stream()
                .filter(lapse -> lapse.began().equals(began))
                .findFirst()
                .orElse(null);
    }

    private void memberships(List<StandingChange> changes) {
        for (Membership stay : later.memberships()) {
            Membership told = membership(earlier, stay);
            if (told == null || (stay.lasts() && !told.lasts())) {
                changes.add(new SegmentEntered(stay));
            }
            LocalDate left = stay.left();
            if (left != null && (told == null || !Objects.equals(left, told.left()))) {
                changes.add(new SegmentLeft(left, stay));
            }
        }
        for (Membership stay : earlier.memberships()) {
            if (stay.lasts() && membership(later, stay) == null) {
                LocalDate day = today(stay.entered());
                changes.add(new SegmentLeft(day, stay.left(day, stay.version())));
            }
        }
    }

    private static @Nullable Membership membership(Standing standing, Membership like) {
        return standing.memberships().stream()
                .filter(stay ->
                        stay.segment().equals(like.segment()) && stay.entered().equals(like.entered()))
                .findFirst()
                .orElse(null);
    }
}
