package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.churn.domain.RiskModel;
import io.guanxi.analytics.cluster.domain.Clusters;
import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.lifetime.domain.LifetimeModel;
import io.guanxi.analytics.segment.domain.SegmentDefinition;
import io.guanxi.analytics.value.domain.Boundaries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Versions as they are recorded one after another, each for a day from which on it is used. */
record RecordedVersions(@Nullable Conversion conversion, List<Recorded> versions) implements InForceHistory {

    /** @param what a model, a rule, boundaries or a segment */
    record Recorded(LocalDate from, Object what) {}

    /** A segment that is not used any more. */
    record Retired(String segment) {}

    static RecordedVersions in(String currency) {
        return new RecordedVersions(Conversion.only(currency), List.of());
    }

    RecordedVersions with(LocalDate from, Object what) {
        List<Recorded> more = new ArrayList<>(versions);
        more.add(new Recorded(from, what));
        return new RecordedVersions(conversion, more);
    }

    @Override
    public InForce on(LocalDate day) {
        Map<String, SegmentDefinition> segments = new TreeMap<>();
        int boundaries = 0;
        for (Recorded one : versions) {
            if (!one.from().isAfter(day)) {
                switch (one.what()) {
                    case SegmentDefinition segment -> segments.put(segment.name(), segment);
                    case Retired retired -> segments.remove(retired.segment());
                    case Boundaries measured -> boundaries++;
                    default -> {}
                }
            }
        }
        return new InForce(
                day,
                boundaries,
                last(day, Boundaries.class),
                last(day, LifetimeModel.class),
                last(day, RiskModel.class),
                last(day, PyramidRule.class),
                last(day, Clusters.class),
                List.copyOf(segments.values()),
                conversion);
    }

    private <T> @Nullable T last(LocalDate day, Class<T> type) {
        T last = null;
        for (Recorded one : versions) {
            if (!one.from().isAfter(day) && type.isInstance(one.what())) {
                last = type.cast(one.what());
            }
        }
        return last;
    }

    @Override
    public List<LocalDate> changes(LocalDate after, LocalDate until) {
        return versions.stream()
                .filter(one -> !(one.what() instanceof Boundaries))
                .map(Recorded::from)
                .filter(day -> day.isAfter(after) && !day.isAfter(until))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public int generation() {
        return (int) versions.stream()
                .filter(one -> !(one.what() instanceof Boundaries))
                .count();
    }

    @Override
    public LocalDate changedSince(int generation) {
        return versions.stream()
                .filter(one -> !(one.what() instanceof Boundaries))
                .skip(generation)
                .map(Recorded::from)
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
    }
}
