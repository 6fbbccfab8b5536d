package io.guanxi.analytics.models.domain;

import io.guanxi.analytics.churn.domain.RiskModel;
import io.guanxi.analytics.cluster.domain.Clusters;
import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.lifetime.domain.LifetimeModel;
import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.analytics.picture.domain.PyramidRule;
import io.guanxi.analytics.segment.domain.SegmentDefinition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds on a day but for boundaries. Of two versions of one thing the higher one holds, whenever each was heard of. */
record VersionsOn(
        @Nullable LifetimeModel lifetime,
        @Nullable RiskModel risk,
        @Nullable Clusters clusters,
        @Nullable Rule rule,
        Map<String, Use> segments) {

    static final VersionsOn NOTHING = new VersionsOn(null, null, null, null, Map.of());

    /** A pyramid's rule and how amounts become its currency. */
    record Rule(PyramidRule pyramid, Conversion conversion) {}

    /**
     * A segment's definition and whether it is in use.
     *
     * @param definition null if it is not
     */
    record Use(int version, @Nullable SegmentDefinition definition) {}

    VersionsOn {
        segments = Map.copyOf(segments);
    }

    VersionsOn with(LifetimeModel model) {
        return lifetime != null && lifetime.version() > model.version()
                ? this
                : new VersionsOn(model, risk, clusters, rule, segments);
    }

    VersionsOn with(RiskModel model) {
        return risk != null && risk.version() > model.version()
                ? this
                : new VersionsOn(lifetime, model, clusters, rule, segments);
    }

    VersionsOn with(Clusters found) {
        return clusters != null && clusters.version() > found.version()
                ? this
                : new VersionsOn(lifetime, risk, found, rule, segments);
    }

    VersionsOn with(Rule published) {
        return rule != null && rule.pyramid().version() > published.pyramid().version()
                ? this
                : new VersionsOn(lifetime, risk, clusters, published, segments);
    }

    VersionsOn with(SegmentDefinition definition) {
        return with(definition.name(), new Use(definition.version(), definition));
    }

    VersionsOn without(String segment, int version) {
        return with(segment, new Use(version, null));
    }

    private VersionsOn with(String segment, Use use) {
        Use present = segments.get(segment);
        if (present != null && present.version() > use.version()) {
            return this;
        }
        Map<String, Use> changed = new TreeMap<>(segments);
        changed.put(segment, use);
        return new VersionsOn(lifetime, risk, clusters, rule, changed);
    }

    InForce inForce(LocalDate day, Versions.@Nullable Numbered boundaries) {
        return new InForce(
                day,
                boundaries == null ? 0 : boundaries.version(),
                boundaries == null ? null : boundaries.boundaries(),
                lifetime,
                risk,
                rule == null ? null : rule.pyramid(),
                clusters,
                definitions(),
                rule == null ? null : rule.conversion());
    }

    private List<SegmentDefinition> definitions() {
        return segments.values().stream()
                .flatMap(use -> use.definition() == null ? Stream.empty() : Stream.of(use.definition()))
                .toList();
    }
}
