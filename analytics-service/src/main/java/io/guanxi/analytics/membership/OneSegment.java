package io.guanxi.analytics.membership;

import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.analytics.picture.domain.InForceHistory;
import io.guanxi.analytics.segment.domain.SegmentDefinition;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The versions of a tenant with one segment alone, and that only from a day on which everybody is reviewed. Who is in a segment
 * at the end of a day is found at the last review up to it, so reviews before that day need no segments.
 */
record OneSegment(InForceHistory versions, String segment, LocalDate since) implements InForceHistory {

    @Override
    public InForce on(LocalDate day) {
        InForce all = versions.on(day);
        return new InForce(
                day,
                all.boundariesVersion(),
                all.boundaries(),
                all.lifetime(),
                all.risk(),
                all.pyramid(),
                all.clusters(),
                day.isBefore(since) ? List.of() : definitions(all),
                all.conversion());
    }

    private List<SegmentDefinition> definitions(InForce all) {
        return all.segments().stream().filter(one -> one.name().equals(segment)).toList();
    }

    /** Also the day on which the segment comes into sight, so that nobody's reviews pass over it. */
    @Override
    public List<LocalDate> changes(LocalDate after, LocalDate until) {
        List<LocalDate> changes = versions.changes(after, until);
        return since.isAfter(after) && !since.isAfter(until)
                ? Stream.concat(changes.stream(), Stream.of(since))
                        .distinct()
                        .sorted()
                        .toList()
                : changes;
    }

    @Override
    public int generation() {
        return versions.generation();
    }

    @Override
    public LocalDate changedSince(int generation) {
        return versions.changedSince(generation);
    }
}
