package io.guanxi.loyalty.programme.domain;

import io.guanxi.loyalty.programme.domain.ProgrammeCommand.ApproveCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.ProposeCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.PublishDraft;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.CorrectionApproved;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.CorrectionProposed;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.DraftCreated;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.StartingRulesKept;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.VersionPublished;
import io.guanxi.test.DeciderSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where Li designs a programme, which Zhao looks at; on 1 March 2026, with a lead time of ten minutes. */
final class Office {

    static final Duration LEAD = Duration.ofMinutes(10);
    static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    static final ProgrammeRules ONE = SomeRules.giving("1");
    static final ProgrammeRules TWO = SomeRules.giving("2");
    static final ProgrammeRules THREE = SomeRules.giving("3");
    static final ProgrammeTerms TERMS = new ProgrammeTerms(Programme.since(Instant.EPOCH, 1, ONE), LEAD);

    static final ProgrammeEvent DRAFT = drafted("d-1", TWO);
    static final ProgrammeEvent START = new StartingRulesKept(NOW, 1, ONE);
    /** Twice the points from April on. */
    static final List<ProgrammeEvent> PUBLISHED = List.of(DRAFT, START, published("d-1", 2, APRIL, TWO));
    /** Should have been three times. */
    static final List<ProgrammeEvent> PROPOSED =
            and(PUBLISHED, drafted("d-2", THREE), proposed("c-1", "d-2", 2, THREE));

    static final List<ProgrammeEvent> APPROVED =
            and(PROPOSED, new CorrectionApproved("approve", APRIL, "zhao", "c-1", 3, APRIL.plus(LEAD)));

    private Office() {}

    static DeciderSpecification<Programme, ProgrammeCommand, ProgrammeEvent, ProgrammeRejection> programme() {
        return DeciderSpecification.of(
                Programme.untouched(),
                Programme::evolve,
                (programme, command) -> ProgrammeDecider.decide(programme, command, TERMS));
    }

    static List<ProgrammeEvent> and(List<ProgrammeEvent> before, ProgrammeEvent... more) {
        return Stream.concat(before.stream(), Stream.of(more)).toList();
    }

    static DraftCreated drafted(String draft, ProgrammeRules rules) {
        return new DraftCreated("create-" + draft, NOW, "li", draft, "Spring", null, rules);
    }

    static VersionPublished published(String draft, int version, Instant from, ProgrammeRules rules) {
        return new VersionPublished("publish-" + draft, NOW, "li", draft, version, "Spring", from, rules);
    }

    static CorrectionProposed proposed(String correction, String draft, int version, ProgrammeRules rules) {
        return new CorrectionProposed(
                "propose-" + correction, APRIL, "li", correction, draft, version, "Spring", "typo", "r-1", rules);
    }

    static PublishDraft publish(String draft, @Nullable Instant from) {
        return new PublishDraft("publish-" + draft, NOW, "li", draft, from);
    }

    static ProposeCorrection propose(String draft, int version, Instant at) {
        return new ProposeCorrection("propose-c-1", at, "li", "c-1", draft, version, "typo", "r-1");
    }

    static ApproveCorrection approve(String by) {
        return new ApproveCorrection("approve", APRIL, by, "c-1");
    }
}
