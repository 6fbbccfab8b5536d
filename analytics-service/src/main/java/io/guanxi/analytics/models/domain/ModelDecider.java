package io.guanxi.analytics.models.domain;

import io.guanxi.analytics.models.domain.ModelCommand.DiscardDraft;
import io.guanxi.analytics.models.domain.ModelCommand.DraftSegment;
import io.guanxi.analytics.models.domain.ModelCommand.PublishPyramidRule;
import io.guanxi.analytics.models.domain.ModelCommand.RecordClusters;
import io.guanxi.analytics.models.domain.ModelCommand.RecordLifetimeModel;
import io.guanxi.analytics.models.domain.ModelCommand.RecordRiskModel;
import io.guanxi.analytics.models.domain.ModelCommand.RetireSegment;
import io.guanxi.analytics.models.domain.ModelCommand.SwitchSegment;
import io.guanxi.analytics.models.domain.ModelEvent.ClustersFound;
import io.guanxi.analytics.models.domain.ModelEvent.LifetimeModelFitted;
import io.guanxi.analytics.models.domain.ModelEvent.PyramidRulePublished;
import io.guanxi.analytics.models.domain.ModelEvent.RiskModelFitted;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentDraftDiscarded;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentDrafted;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentRetired;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentSwitched;
import io.guanxi.analytics.models.domain.ModelEvent.Version;
import io.guanxi.analytics.segment.domain.ConditionRow;
import io.guanxi.kernel.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes a version, and from which day on it is used. The same data give the same fit, to the bit, so a fit or a
 * rule that is the present one is no new version.
 */
public final class ModelDecider {

    /** Of what is decided before there is any event: nothing was answered by then. */
    private static final LocalDate SINCE_EVER = LocalDate.EPOCH;

    private ModelDecider() {}

    public static Decision<ModelEvent, ModelRejection> decide(ModelBook book, ModelCommand command) {
        if (book.hasDone(command.cause().command())) {
            return Decision.nothing();
        }
        Optional<ModelRejection> refusal = ModelPolicies.refusal(book, command);
        return refusal.isPresent()
                ? Decision.refuse(refusal.get())
                : Decision.accept(effect(book, command).stream().toList());
    }

    private static Optional<ModelEvent> effect(ModelBook book, ModelCommand command) {
        return switch (command) {
            case RecordLifetimeModel c -> lifetime(book.lifetimes(), c);
            case RecordRiskModel c -> risk(book.risks(), c);
            case RecordClusters c -> clusters(book.clusters(), c);
            case PublishPyramidRule c -> pyramid(book.pyramids(), c);
            case DraftSegment c -> draft(book.presentOrNew(c.name()), c);
            case DiscardDraft c -> {
                Segment segment = book.presentOrNew(c.name());
                yield Optional.of(new SegmentDraftDiscarded(c.cause(), c.name(), segment.revision() + 1));
            }
            case SwitchSegment c -> Optional.of(switched(book.presentOrNew(c.name()), c));
            case RetireSegment c -> Optional.of(retired(book.presentOrNew(c.name()), c));
        };
    }

    private static Optional<ModelEvent> lifetime(List<LifetimeModelFitted> known, RecordLifetimeModel c) {
        boolean same = !known.isEmpty() && known.getLast().fit().equals(c.fit());
        return same
                ? Optional.empty()
                : Optional.of(new LifetimeModelFitted(
                        c.cause(), known.size() + 1, from(c.latestDay(), c.fit().dataTo(), last(known)), c.fit()));
    }

    private static Optional<ModelEvent> risk(List<RiskModelFitted> known, RecordRiskModel c) {
        boolean same = !known.isEmpty() && known.getLast().learned().equals(c.learned());
        return same
                ? Optional.empty()
                : Optional.of(new RiskModelFitted(
                        c.cause(),
                        known.size() + 1,
                        from(c.latestDay(), c.learned().dataTo(), last(known)),
                        c.learned()));
    }

    private static Optional<ModelEvent> clusters(List<ClustersFound> known, RecordClusters c) {
        boolean same = !known.isEmpty() && known.getLast().found().equals(c.found());
        return same
                ? Optional.empty()
                : Optional.of(new ClustersFound(
                        c.cause(),
                        known.size() + 1,
                        from(c.latestDay(), c.found().dataTo(), last(known)),
                        c.found()));
    }

    private static Optional<ModelEvent> pyramid(List<PyramidRulePublished> known, PublishPyramidRule c) {
        Measured measured = c.terms().measured();
        boolean same = !known.isEmpty() && known.getLast().terms().equals(c.terms());
        return same
                ? Optional.empty()
                : Optional.of(new PyramidRulePublished(
                        c.cause(),
                        known.size() + 1,
                        from(c.latestDay(), measured == null ? null : measured.day(), last(known)),
                        c.terms()));
    }

    private static Optional<ModelEvent> draft(Segment segment, DraftSegment c) {
        SegmentDrafted present = segment.draft();
        List<ConditionRow> condition = ConditionRow.of(c.condition());
        boolean same = present != null
                && present.title().equals(c.title())
                && present.condition().equals(condition);
        return same
                ? Optional.empty()
                : Optional.of(new SegmentDrafted(c.cause(), c.name(), segment.revision() + 1, c.title(), condition));
    }

    private static ModelEvent switched(Segment segment, SwitchSegment c) {
        SegmentDrafted draft = Objects.requireNonNull(segment.draft(), "a policy asks for it");
        return new SegmentSwitched(
                c.cause(),
                c.name(),
                segment.revision() + 1,
                segment.nextVersion(),
                from(c.latestDay(), null, segment.lastEffectiveFrom()),
                draft.title(),
                draft.condition());
    }

    private static ModelEvent retired(Segment segment, RetireSegment c) {
        return new SegmentRetired(
                c.cause(),
                c.name(),
                segment.revision() + 1,
                segment.versions().getLast().version(),
                from(c.latestDay(), null, segment.lastEffectiveFrom()));
    }

    private static @Nullable LocalDate last(List<? extends Version> known) {
        return known.isEmpty() ? null : known.getLast().effectiveFrom();
    }

    /**
     * Not before any event that there is, nor the end of what it was learned from, nor the version before it: what was
     * answered as of an earlier day stays the answer.
     */
    private static LocalDate from(
            @Nullable LocalDate latestDay, @Nullable LocalDate endOfData, @Nullable LocalDate before) {
        return Stream.of(Optional.ofNullable(latestDay), Optional.ofNullable(endOfData), Optional.ofNullable(before))
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo)
                .orElse(SINCE_EVER);
    }
}
