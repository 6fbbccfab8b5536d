package io.guanxi.analytics.models.domain;

import io.guanxi.analytics.churn.domain.RiskModel;
import io.guanxi.analytics.cluster.domain.Clusters;
import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.lifetime.domain.LifetimeModel;
import io.guanxi.analytics.models.domain.VersionsOn.Rule;
import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.analytics.picture.domain.InForceHistory;
import io.guanxi.analytics.picture.domain.PyramidRule;
import io.guanxi.analytics.segment.domain.SegmentDefinition;
import io.guanxi.analytics.value.domain.Boundaries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All versions by which a tenant's customers were ever judged, in the order in which they were recorded. Immutable; a tenant's
 * versions are few, and a question costs a look-up by day.
 */
public final class Versions implements InForceHistory {

    public static final Versions NONE = new Versions(new TreeMap<>(), new TreeMap<>(), List.of());

    /** By the day that was measured; only the last revision of a day is kept. */
    private final NavigableMap<LocalDate, Numbered> boundaries;

    /** What holds from the end of a day on, by that day. */
    private final NavigableMap<LocalDate, VersionsOn> days;

    /** From when on each version that was recorded is used, but for boundaries; in the order in which they were recorded. */
    private final List<LocalDate> recorded;

    private Versions(
            NavigableMap<LocalDate, Numbered> boundaries,
            NavigableMap<LocalDate, VersionsOn> days,
            List<LocalDate> recorded) {
        this.boundaries = boundaries;
        this.days = days;
        this.recorded = recorded;
    }

    /** Boundaries and their version. */
    public record Numbered(int version, Boundaries boundaries) {}

    /** Boundaries take force on the day that was measured. Of one day the higher version holds. */
    public Versions withBoundaries(int version, Boundaries measured) {
        Numbered present = boundaries.get(measured.measuredAt());
        if (present != null && present.version() >= version) {
            return this;
        }
        NavigableMap<LocalDate, Numbered> more = new TreeMap<>(boundaries);
        more.put(measured.measuredAt(), new Numbered(version, measured));
        return new Versions(more, days, recorded);
    }

    public Versions with(LifetimeModel model) {
        return from(model.effectiveFrom(), on -> on.with(model));
    }

    public Versions with(RiskModel model) {
        return from(model.effectiveFrom(), on -> on.with(model));
    }

    public Versions with(Clusters found) {
        return from(found.effectiveFrom(), on -> on.with(found));
    }

    /** @param rates what one unit of another currency is worth in that of the rule */
    public Versions with(PyramidRule rule, Map<String, BigDecimal> rates) {
        return from(rule.effectiveFrom(), on -> on.with(new Rule(rule, new Conversion(rule.currency(), rates))));
    }

    public Versions with(SegmentDefinition definition) {
        return from(definition.effectiveFrom(), on -> on.with(definition));
    }

    /** @param version that was the segment's last */
    public Versions withoutSegment(String name, int version, LocalDate effectiveFrom) {
        return from(effectiveFrom, on -> on.without(name, version));
    }

    private Versions from(LocalDate effectiveFrom, UnaryOperator<VersionsOn> change) {
        NavigableMap<LocalDate, VersionsOn> changed = new TreeMap<>(days);
        Map.Entry<LocalDate, VersionsOn> before = days.floorEntry(effectiveFrom);
        changed.putIfAbsent(effectiveFrom, before == null ? VersionsOn.NOTHING : before.getValue());
        changed.tailMap(effectiveFrom, true).replaceAll((day, on) -> change.apply(on));
        List<LocalDate> more = new ArrayList<>(recorded);
        more.add(effectiveFrom);
        return new Versions(boundaries, changed, List.copyOf(more));
    }

    /** The same with one more thing that was recorded; what is not a version changes nothing. */
    public Versions with(ModelEvent event) {
        return switch (event) {
            case ModelEvent.LifetimeModelFitted e -> with(model(e));
            case ModelEvent.RiskModelFitted e ->
                with(new RiskModel(
                        e.version(), e.effectiveFrom(), e.learned().fit().formula()));
            case ModelEvent.ClustersFound e ->
                with(new Clusters(
                        e.version(),
                        e.effectiveFrom(),
                        e.found().currency(),
                        e.found().found().grouping()));
            case ModelEvent.PyramidRulePublished e ->
                with(e.terms().rule(e.version(), e.effectiveFrom()), e.terms().rates());
            case ModelEvent.SegmentSwitched e ->
                with(new SegmentDefinition(e.name(), e.version(), e.effectiveFrom(), e.meant()));
            case ModelEvent.SegmentRetired e -> withoutSegment(e.name(), e.version(), e.effectiveFrom());
            case ModelEvent.SegmentDrafted e -> this;
            case ModelEvent.SegmentDraftDiscarded e -> this;
        };
    }

    private static LifetimeModel model(ModelEvent.LifetimeModelFitted event) {
        LifetimeFit fit = event.fit();
        FittedSpend spend = fit.spend();
        return new LifetimeModel(
                event.version(),
                event.effectiveFrom(),
                fit.orders().model(),
                spend == null ? null : spend.model(),
                spend == null ? null : spend.currency(),
                fit.annualDiscount());
    }

    @Override
    public InForce on(LocalDate day) {
        Map.Entry<LocalDate, Numbered> measured = boundaries.floorEntry(day);
        Map.Entry<LocalDate, VersionsOn> since = days.floorEntry(day);
        return (since == null ? VersionsOn.NOTHING : since.getValue())
                .inForce(day, measured == null ? null : measured.getValue());
    }

    @Override
    public List<LocalDate> changes(LocalDate after, LocalDate until) {
        return after.isBefore(until)
                ? List.copyOf(days.subMap(after, false, until, true).keySet())
                : List.of();
    }

    @Override
    public int generation() {
        return recorded.size();
    }

    @Override
    public LocalDate changedSince(int generation) {
        return generation >= recorded.size()
                ? LocalDate.MAX
                : recorded.subList(Math.max(0, generation), recorded.size()).stream()
                        .min(LocalDate::compareTo)
                        .orElse(LocalDate.MAX);
    }

    /** The latest boundaries; null before the first ones. */
    public @Nullable Numbered boundaries() {
        return boundaries.isEmpty() ? null : boundaries.lastEntry().getValue();
    }

    /** The day of the tenant's latest event, as far as it was measured; null if nothing was. */
    public @Nullable LocalDate latestDay() {
        return boundaries.isEmpty() ? null : boundaries.lastKey();
    }
}
