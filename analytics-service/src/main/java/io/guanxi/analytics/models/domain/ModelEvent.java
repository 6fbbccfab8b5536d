package io.guanxi.analytics.models.domain;

import io.guanxi.analytics.segment.domain.Condition;
import io.guanxi.analytics.segment.domain.ConditionRow;
import java.time.LocalDate;
import java.util.List;

/** What happened to the models, rules and segments of a tenant. */
public sealed interface ModelEvent {

    Cause cause();

    /**
     * Is used as of a day and all later ones, until the next version is. Everything but a draft is such a version.
     */
    sealed interface Version extends ModelEvent {

        /** Counts the versions of its kind, or of its segment, from 1. */
        int version();

        /** From the end of this day on. */
        LocalDate effectiveFrom();
    }

    record LifetimeModelFitted(Cause cause, int version, LocalDate effectiveFrom, LifetimeFit fit) implements Version {}

    record RiskModelFitted(Cause cause, int version, LocalDate effectiveFrom, LearnedRisk learned) implements Version {}

    record ClustersFound(Cause cause, int version, LocalDate effectiveFrom, FoundClusters found) implements Version {}

    record PyramidRulePublished(Cause cause, int version, LocalDate effectiveFrom, PyramidTerms terms)
            implements Version {}

    /** Is about one segment. */
    sealed interface OfSegment extends ModelEvent {

        String name();

        /** Counts what happened to the segment, from 1. */
        int revision();
    }

    /** Somebody works on a definition; nobody is judged by it. */
    record SegmentDrafted(Cause cause, String name, int revision, String title, List<ConditionRow> condition)
            implements OfSegment {

        public SegmentDrafted {
            condition = List.copyOf(condition);
        }

        /** Who would be in it. */
        public Condition meant() {
            return Conditions.read(condition);
        }
    }

    record SegmentDraftDiscarded(Cause cause, String name, int revision) implements OfSegment {}

    /** The draft is the segment's definition from now on. */
    record SegmentSwitched(
            Cause cause,
            String name,
            int revision,
            int version,
            LocalDate effectiveFrom,
            String title,
            List<ConditionRow> condition)
            implements OfSegment, Version {

        public SegmentSwitched {
            condition = List.copyOf(condition);
        }

        /** Who is in it. */
        public Condition meant() {
            return Conditions.read(condition);
        }
    }

    /**
     * Nobody is in the segment from now on.
     *
     * @param version that was its last
     */
    record SegmentRetired(Cause cause, String name, int revision, int version, LocalDate effectiveFrom)
            implements OfSegment, Version {}
}
