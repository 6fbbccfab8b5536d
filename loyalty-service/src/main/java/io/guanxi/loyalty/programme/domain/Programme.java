package io.guanxi.loyalty.programme.domain;

import io.guanxi.loyalty.programme.domain.ProgrammeEvent.CorrectionApproved;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.CorrectionFinished;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.CorrectionProposed;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.CorrectionRejected;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.DraftCreated;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.DraftDiscarded;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.DraftEdited;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.StartingRulesKept;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.VersionPublished;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.VersionWithdrawn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's programme as its events have made it.
 *
 * @param starting the rules in force since ever, as they were when the first version was published; absent before that
 * @param published every version that was published, the oldest first; none ever goes
 * @param drafts by id
 * @param corrections by id; none ever goes
 * @param latest the time of the latest event
 * @param done the ids of the latest commands that had an effect, oldest first
 */
public record Programme(
        @Nullable PublishedRules starting,
        List<Version> published,
        Map<String, Draft> drafts,
        Map<String, Correction> corrections,
        Instant latest,
        List<String> done) {

    /** A retry comes within minutes; a programme does not see this many commands in that time. */
    static final int REMEMBERED_COMMANDS = 256;

    private static final Programme EMPTY = new Programme(null, List.of(), Map.of(), Map.of(), Instant.EPOCH, List.of());

    public Programme {
        published = List.copyOf(published);
        drafts = Sorted.copyOf(drafts);
        corrections = Sorted.copyOf(corrections);
        done = List.copyOf(done);
    }

    /** Of a tenant that has not touched its programme. */
    public static Programme untouched() {
        return EMPTY;
    }

    /** What the programme is after {@code event}. */
    public static Programme evolve(Programme programme, ProgrammeEvent event) {
        Programme changed = switch (event) {
            case DraftCreated e ->
                programme.withDraft(new Draft(e.draft(), 1, e.title(), e.basedOn(), e.rules(), e.by(), e.at(), null));
            case DraftEdited e -> programme.changing(e.draft(), draft -> draft.edited(e));
            case DraftDiscarded e -> programme.withoutDraft(e.draft());
            case StartingRulesKept e -> programme.startingWith(since(Instant.EPOCH, e.version(), e.rules()));
            case VersionPublished e -> programme.withVersion(published(e)).withoutDraft(e.draft());
            case VersionWithdrawn e -> programme.withdrawing(e);
            case CorrectionProposed e ->
                programme
                        .withCorrection(Correction.of(e))
                        .changing(e.draft(), draft -> draft.proposedIn(e.correction()));
            case CorrectionRejected e -> programme.rejecting(e);
            case CorrectionApproved e -> programme.approving(e);
            case CorrectionFinished e ->
                programme.withCorrection(programme.present(e.correction()).finished(e));
        };
        return changed.after(event);
    }

    /** Rules in force since ever. */
    public static PublishedRules since(Instant ever, int version, ProgrammeRules rules) {
        return new PublishedRules(version, ever, null, ever, null, rules);
    }

    /** Every version that decides about something, or will. */
    public RuleBook book(ProgrammeTerms terms) {
        return new RuleBook(Stream.concat(
                        Stream.of(starting(terms)),
                        published.stream()
                                .filter(version -> !version.isWithdrawn())
                                .map(Version::published))
                .toList());
    }

    /** Every version there ever was, the oldest first. */
    public List<Version> versions(ProgrammeTerms terms) {
        return Stream.concat(Stream.of(new Version(starting(terms), "", null, null, null, null)), published.stream())
                .toList();
    }

    public Optional<Version> version(int number, ProgrammeTerms terms) {
        return versions(terms).stream()
                .filter(version -> version.number() == number)
                .findFirst();
    }

    public Optional<Draft> draft(String id) {
        return Optional.ofNullable(drafts.get(id));
    }

    /** Whether there is such a draft, or was before it became a version. */
    boolean hasHad(String draft) {
        return drafts.containsKey(draft) || published.stream().anyMatch(version -> draft.equals(version.draft()));
    }

    public Optional<Correction> correction(String id) {
        return Optional.ofNullable(corrections.get(id));
    }

    /** The revision of what a command is about; empty if that is not there, or not yet. */
    public Optional<Integer> revisionFor(ProgrammeCommand command, ProgrammeTerms terms) {
        return switch (command) {
            case ProgrammeCommand.CreateDraft c -> Optional.empty();
            case ProgrammeCommand.CopyVersion c -> Optional.empty();
            case ProgrammeCommand.OnDraft c -> draft(c.draft()).map(Draft::revision);
            case ProgrammeCommand.WithdrawVersion c ->
                version(c.version(), terms).map(Version::revision);
            case ProgrammeCommand.OnCorrection c -> correction(c.correction()).map(Correction::revision);
        };
    }

    /** Whether that command had its effect. */
    public boolean hasDone(String command) {
        return done.contains(command);
    }

    PublishedRules starting(ProgrammeTerms terms) {
        return starting == null ? terms.configured() : starting;
    }

    boolean hasKeptItsStart() {
        return starting != null;
    }

    int nextVersion(ProgrammeTerms terms) {
        return versions(terms).getLast().number() + 1;
    }

    /** The time of something that happens now: a clock that went back does not take the programme back with it. */
    Instant timeOf(Instant clock) {
        return clock.isBefore(latest) ? latest : clock;
    }

    private static Version published(VersionPublished event) {
        return new Version(
                new PublishedRules(event.version(), event.from(), null, event.at(), null, event.rules()),
                event.title(),
                event.by(),
                event.at(),
                event.draft(),
                null);
    }

    private Programme rejecting(CorrectionRejected event) {
        Correction correction = present(event.correction());
        return withCorrection(correction.rejected(event)).changing(correction.draft(), draft -> draft.proposedIn(null));
    }

    private Programme approving(CorrectionApproved event) {
        Correction correction = present(event.correction());
        // The start is kept before the first version, so only a version of the log can be without a first moment of its
        // own.
        Instant from = published.stream()
                .map(Version::published)
                .filter(rules -> rules.version() == correction.wrong())
                .map(PublishedRules::from)
                .findFirst()
                .orElse(Instant.EPOCH);
        PublishedRules right = new PublishedRules(
                event.version(), from, null, event.usedFrom(), correction.wrong(), correction.rules());
        return withCorrection(correction.approved(event))
                .withVersion(new Version(right, correction.title(), event.by(), event.at(), correction.draft(), null))
                .withoutDraft(correction.draft());
    }

    private Programme withdrawing(VersionWithdrawn event) {
        List<Version> versions = published.stream()
                .map(version -> version.number() == event.version() ? version.withdrawnBy(event) : version)
                .toList();
        return new Programme(starting, versions, drafts, corrections, latest, done);
    }

    private Correction present(String correction) {
        return correction(correction)
                .orElseThrow(
                        () -> new IllegalStateException("correction: " + correction + " (expected: a proposed one)"));
    }

    private Programme startingWith(PublishedRules rules) {
        return new Programme(rules, published, drafts, corrections, latest, done);
    }

    private Programme withVersion(Version version) {
        List<Version> versions =
                Stream.concat(published.stream(), Stream.of(version)).toList();
        return new Programme(starting, versions, drafts, corrections, latest, done);
    }

    private Programme withDraft(Draft draft) {
        Map<String, Draft> more = new TreeMap<>(drafts);
        more.put(draft.id(), draft);
        return new Programme(starting, published, more, corrections, latest, done);
    }

    private Programme changing(String draft, UnaryOperator<Draft> change) {
        return draft(draft).map(present -> withDraft(change.apply(present))).orElse(this);
    }

    private Programme withoutDraft(String draft) {
        Map<String, Draft> fewer = new TreeMap<>(drafts);
        fewer.remove(draft);
        return new Programme(starting, published, fewer, corrections, latest, done);
    }

    private Programme withCorrection(Correction correction) {
        Map<String, Correction> more = new TreeMap<>(corrections);
        more.put(correction.id(), correction);
        return new Programme(starting, published, drafts, more, latest, done);
    }

    private Programme after(ProgrammeEvent event) {
        String command = event.command();
        if (command == null || hasDone(command)) {
            return new Programme(starting, published, drafts, corrections, event.at(), done);
        }
        List<String> more = new ArrayList<>(done);
        more.add(command);
        return new Programme(
                starting,
                published,
                drafts,
                corrections,
                event.at(),
                more.subList(Math.max(0, more.size() - REMEMBERED_COMMANDS), more.size()));
    }
}
