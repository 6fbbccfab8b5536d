package io.guanxi.analytics.models.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.analytics.models.domain.FoundClusters;
import io.guanxi.analytics.models.domain.LearnedRisk;
import io.guanxi.analytics.models.domain.LifetimeFit;
import io.guanxi.analytics.models.domain.ModelEvent.ClustersFound;
import io.guanxi.analytics.models.domain.ModelEvent.LifetimeModelFitted;
import io.guanxi.analytics.models.domain.ModelEvent.OfSegment;
import io.guanxi.analytics.models.domain.ModelEvent.PyramidRulePublished;
import io.guanxi.analytics.models.domain.ModelEvent.RiskModelFitted;
import io.guanxi.analytics.models.domain.ModelEvent.Version;
import io.guanxi.analytics.models.web.ModelKind.Said;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody should know of a model before believing it.
 *
 * @param effectiveFrom asked for this day or a later one it is used, until there is a later version
 * @param data the days that it was made of; absent of a rule that a person set
 * @param lifetime of a lifetime model: parameters, their standard errors, the likelihood and how it foretold a time that was
 *     kept back
 * @param risk of a risk model: the formula, what it was learned from and how good it was on a later month
 * @param clusters of clusters: the groups, and how well other numbers of groups separate
 * @param pyramid of a rule
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelCard(
        String kind,
        int version,
        LocalDate effectiveFrom,
        Said purpose,
        @Nullable Data data,
        List<Said> assumptions,
        List<Said> limits,
        @Nullable LifetimeFit lifetime,
        @Nullable LearnedRisk risk,
        @Nullable FoundClusters clusters,
        @Nullable PyramidAnswer pyramid,
        Instant recordedAt,
        String by,
        @Nullable String why) {

    /**
     * What a model was made of.
     *
     * @param from absent if it is not limited
     * @param to what happened later was not used
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(@Nullable LocalDate from, LocalDate to, long customers) {}

    static ModelCard of(ModelKind kind, Version version) {
        return switch (version) {
            case LifetimeModelFitted e ->
                card(
                        kind,
                        e,
                        new Data(
                                e.fit().dataFrom(),
                                e.fit().dataTo(),
                                e.fit().orders().customers()),
                        e.fit(),
                        null,
                        null,
                        null);
            case RiskModelFitted e ->
                card(
                        kind,
                        e,
                        new Data(
                                e.learned().fit().learnedFrom(),
                                e.learned().dataTo(),
                                e.learned().fit().rows()),
                        null,
                        e.learned(),
                        null,
                        null);
            case ClustersFound e ->
                card(
                        kind,
                        e,
                        new Data(null, e.found().dataTo(), e.found().found().customers()),
                        null,
                        null,
                        e.found(),
                        null);
            case PyramidRulePublished e -> card(kind, e, cut(e), null, null, null, PyramidAnswer.of(e));
            case OfSegment e -> throw new IllegalArgumentException("segment: " + e.name() + " (expected: a model)");
        };
    }

    private static @Nullable Data cut(PyramidRulePublished event) {
        var measured = event.terms().measured();
        return measured == null ? null : new Data(null, measured.day(), measured.customers());
    }

    private static ModelCard card(
            ModelKind kind,
            Version version,
            @Nullable Data data,
            @Nullable LifetimeFit lifetime,
            @Nullable LearnedRisk risk,
            @Nullable FoundClusters clusters,
            @Nullable PyramidAnswer pyramid) {
        return new ModelCard(
                kind.word(),
                version.version(),
                version.effectiveFrom(),
                kind.purpose(),
                data,
                kind.assumptions(),
                kind.limits(),
                lifetime,
                risk,
                clusters,
                pyramid,
                version.cause().at(),
                version.cause().by(),
                version.cause().why());
    }
}
