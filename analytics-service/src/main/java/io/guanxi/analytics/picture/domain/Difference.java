package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.picture.domain.StandingChange.GradeChanged;
import io.guanxi.analytics.picture.domain.StandingChange.LapseBegan;
import io.guanxi.analytics.picture.domain.StandingChange.LapseEnded;
import io.guanxi.analytics.picture.domain.StandingChange.SegmentEntered;
import io.guanxi.analytics.picture.domain.StandingChange.SegmentLeft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What leads from one standing to a later one. If the later one goes on from the earlier one, all of its steps do. If it does
 * not, as it was found by more news, one step leads from the present that was told to the present that is; it says that it is
 * a revision.
 */
record Difference(Standing earlier, Standing later) {

    private static final String REVISED = "revised";

    List<StandingChange> changes() {
        List<StandingChange> changes = new ArrayList<>();
        grades(changes);
        changes(episodes(earlier.lapses()), episodes(later.lapses()), changes);
        SortedMap<String, List<Episode>> stays = stays(later);
        stays(earlier).forEach((segment, told) -> {
            List<Episode> are = stays.remove(segment);
            changes(told, are == null ? List.of() : are, changes);
        });
        stays.values().forEach(are -> changes(List.of(), are, changes));
        return List.copyOf(changes);
    }

    private void grades(List<StandingChange> changes) {
        List<GradeChange> told = earlier.grades();
        List<GradeChange> are = later.grades();
        if (goesOn(told, are)) {
            are.subList(told.size(), are.size()).forEach(change -> changes.add(new GradeChanged(change)));
        } else if (!are.isEmpty() && later.grade() != earlier.grade()) {
            changes.add(new GradeChanged(revised(are.getLast())));
        }
    }

    private static boolean goesOn(List<GradeChange> told, List<GradeChange> are) {
        if (told.size() > are.size()) {
            return false;
        }
        for (int i = 0; i < told.size(); i++) {
            if (!told.get(i).day().equals(are.get(i).day())
                    || told.get(i).to() != are.get(i).to()) {
                return false;
            }
        }
        return true;
    }

    private GradeChange revised(GradeChange is) {
        return new GradeChange(
                is.day(),
                earlier.grade(),
                is.to(),
                is.ruleVersion(),
                is.modelVersion(),
                is.value(),
                is.potential(),
                Stream.concat(Stream.of(REVISED), is.reasons().stream()).toList());
    }

    /** Something that begins and ends: a lapse, or a stay in a segment. */
    private sealed interface Episode {

        LocalDate began();

        boolean lasts();

        StandingChange beginning();

        StandingChange ending();

        /** Its ending, though no review found it to end. */
        StandingChange taken(LocalDate day);

        default boolean sameBeginning(Episode other) {
            return began().equals(other.began());
        }

        record OfLapse(Lapse lapse) implements Episode {
            @Override
            public LocalDate began() {
                return lapse.began();
            }

            @Override
            public boolean lasts() {
                return lapse.lasts();
            }

            @Override
            public StandingChange beginning() {
                return new LapseBegan(lapse);
            }

            @Override
            public StandingChange ending() {
                return new LapseEnded(Objects.requireNonNull(lapse.ended()), lapse);
            }

            @Override
            public StandingChange taken(LocalDate day) {
                return new LapseEnded(day, lapse.ended(day, REVISED));
            }
        }

        record OfMembership(Membership stay) implements Episode {
            @Override
            public LocalDate began() {
                return stay.entered();
            }

            @Override
            public boolean lasts() {
                return stay.lasts();
            }

            @Override
            public StandingChange beginning() {
                return new SegmentEntered(stay);
            }

            @Override
            public StandingChange ending() {
                return new SegmentLeft(Objects.requireNonNull(stay.left()), stay);
            }

            @Override
            public StandingChange taken(LocalDate day) {
                return new SegmentLeft(day, stay.left(day, stay.version()));
            }
        }
    }

    private static List<Episode> episodes(List<Lapse> lapses) {
        return lapses.stream().<Episode>map(Episode.OfLapse::new).toList();
    }

    private static SortedMap<String, List<Episode>> stays(Standing standing) {
        SortedMap<String, List<Episode>> stays = new TreeMap<>();
        standing.memberships()
                .forEach(stay -> stays.computeIfAbsent(stay.segment(), segment -> new ArrayList<>())
                        .add(new Episode.OfMembership(stay)));
        return stays;
    }

    private void changes(List<Episode> told, List<Episode> are, List<StandingChange> changes) {
        if (leadsOn(told, are)) {
            if (!told.isEmpty()
                    && told.getLast().lasts()
                    && !are.get(told.size() - 1).lasts()) {
                changes.add(are.get(told.size() - 1).ending());
            }
            for (Episode episode : are.subList(told.size(), are.size())) {
                changes.add(episode.beginning());
                if (!episode.lasts()) {
                    changes.add(episode.ending());
                }
            }
            return;
        }
        boolean lasted = told.getLast().lasts();
        boolean lasts = !are.isEmpty() && are.getLast().lasts();
        if (lasted && lasts && told.getLast().sameBeginning(are.getLast())) {
            return;
        }
        if (lasted) {
            changes.add(told.getLast().taken(today(told.getLast().began())));
        }
        if (lasts) {
            changes.add(are.getLast().beginning());
        }
    }

    private static boolean leadsOn(List<Episode> told, List<Episode> are) {
        if (told.size() > are.size()) {
            return false;
        }
        for (int i = 0; i < told.size(); i++) {
            Episode was = told.get(i);
            Episode is = are.get(i);
            boolean same = was.sameBeginning(is)
                    && (was.lasts()
                            || (!is.lasts()
                                    && was.ending().day().equals(is.ending().day())));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private LocalDate today(LocalDate atLeast) {
        LocalDate day = later.reviewedTo();
        return day == null || day.isBefore(atLeast) ? atLeast : day;
    }
}
