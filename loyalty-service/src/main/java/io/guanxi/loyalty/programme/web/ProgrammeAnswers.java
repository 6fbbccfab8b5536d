package io.guanxi.loyalty.programme.web;

import io.guanxi.loyalty.programme.domain.Correction;
import io.guanxi.loyalty.programme.domain.Draft;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.domain.Version;
import io.guanxi.loyalty.programme.domain.VersionStanding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers are answered. */
final class ProgrammeAnswers {

    private ProgrammeAnswers() {}

    /**
     * A version without its rules.
     *
     * @param state {@code scheduled}, {@code in-force}, {@code ended}, {@code corrected}, {@code withdrawn} or
     *     {@code replaced} by a newer one that begins at the same moment
     * @param from its first moment
     * @param until the first moment at which it no longer holds; absent if no end is known
     * @param usedFrom of a correction: from when on decisions are made by it
     * @param publishedBy absent for the rules of the configuration
     * @param corrects the version in whose place it stands
     * @param correctedBy the version that stands in its place
     */
    record VersionLine(
            int version,
            String title,
            String state,
            Instant from,
            @Nullable Instant until,
            @Nullable Instant usedFrom,
            @Nullable Instant publishedAt,
            @Nullable String publishedBy,
            @Nullable Integer corrects,
            @Nullable Integer correctedBy,
            Version.@Nullable Withdrawal withdrawn) {

        static VersionLine of(Version version, RuleBook book, Instant now) {
            PublishedRules published = version.published();
            VersionStanding standing = VersionStanding.of(version, book, now);
            return new VersionLine(
                    version.number(),
                    version.title(),
                    Words.word(standing.state()),
                    published.from(),
                    standing.until(),
                    published.corrects() == null ? null : published.publishedAt(),
                    version.at(),
                    version.by(),
                    published.corrects(),
                    standing.correctedBy(),
                    version.withdrawn());
        }
    }

    record VersionDetails(VersionLine about, RulesDocument rules) {

        static VersionDetails of(Version version, RuleBook book, Instant now) {
            return new VersionDetails(
                    VersionLine.of(version, book, now),
                    RulesDocument.of(version.published().rules()));
        }
    }

    /**
     * @param revision counts what was made of it, 1 for its creation; its {@code ETag}
     * @param basedOn the version whose rules it began with
     * @param editedBy who made this revision
     * @param proposedIn the correction that waits for a decision about these rules
     * @param rules absent in lists
     */
    record DraftAnswer(
            String id,
            int revision,
            String title,
            @Nullable Integer basedOn,
            Instant editedAt,
            String editedBy,
            @Nullable String proposedIn,
            @Nullable RulesDocument rules) {

        static DraftAnswer line(Draft draft) {
            return of(draft, null);
        }

        static DraftAnswer of(Draft draft) {
            return of(draft, RulesDocument.of(draft.rules()));
        }

        private static DraftAnswer of(Draft draft, @Nullable RulesDocument rules) {
            return new DraftAnswer(
                    draft.id(),
                    draft.revision(),
                    draft.title(),
                    draft.basedOn(),
                    draft.at(),
                    draft.by(),
                    draft.proposedIn(),
                    rules);
        }
    }

    /**
     * @param status {@code proposed}, {@code rejected}, {@code approved} or {@code finished}
     * @param wrong the version that was wrong
     * @param right the version that stands in its place
     * @param usedFrom from when on decisions are made by the right version
     * @param outcome what the differences came to, when all are posted
     */
    record CorrectionAnswer(
            String id,
            int revision,
            String status,
            int wrong,
            String draft,
            String title,
            String reason,
            String rehearsal,
            String proposedBy,
            Instant proposedAt,
            Correction.@Nullable Decided decided,
            @Nullable Integer right,
            @Nullable Instant usedFrom,
            Correction.@Nullable Outcome outcome) {

        static CorrectionAnswer of(Correction correction) {
            return new CorrectionAnswer(
                    correction.id(),
                    correction.revision(),
                    Words.word(correction.status()),
                    correction.wrong(),
                    correction.draft(),
                    correction.title(),
                    correction.reason(),
                    correction.rehearsal(),
                    correction.proposedBy(),
                    correction.proposedAt(),
                    correction.decided(),
                    correction.right(),
                    correction.usedFrom(),
                    correction.outcome());
        }
    }

    /** What is compared: a version or a draft. */
    record Side(@Nullable Integer version, @Nullable String draft, String title) {}

    record DifferenceAnswer(Side from, Side to, List<Difference.Change> changes) {}
}
