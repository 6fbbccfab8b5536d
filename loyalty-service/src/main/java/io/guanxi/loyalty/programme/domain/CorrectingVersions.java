package io.guanxi.loyalty.programme.domain;

import io.guanxi.loyalty.programme.domain.ProgrammeCommand.ProposeCorrection;
import java.util.Objects;
import java.util.Optional;

/** Which versions can be corrected. */
final class CorrectingVersions {

    private CorrectingVersions() {}

    /** Of a corrected version nothing is left in the timeline; {@link #corrected} says more about it. */
    static Optional<ProgrammeRejection> neverHeld(ProgrammePolicies.Wish wish) {
        return proposed(wish)
                .filter(propose -> correctionOf(wish, propose.version()).isEmpty())
                .filter(propose -> wish.programme().book(wish.terms()).timeline(wish.at()).stream()
                        .noneMatch(stretch -> stretch.version() == propose.version()
                                && !stretch.from().isAfter(wish.at())))
                .map(propose -> new ProgrammeRejection.VersionNeverHeld());
    }

    static Optional<ProgrammeRejection> corrected(ProgrammePolicies.Wish wish) {
        return proposed(wish)
                .flatMap(propose -> correctionOf(wish, propose.version()))
                .map(right -> new ProgrammeRejection.VersionIsCorrected(right.number()));
    }

    /** Differences are posted for one correction after the other, so that each starts from what the accounts then hold. */
    static Optional<ProgrammeRejection> another(ProgrammePolicies.Wish wish) {
        return proposed(wish)
                .filter(propose -> wish.programme().corrections().values().stream()
                        .anyMatch(correction -> correction.status() == Correction.Status.PROPOSED
                                || correction.status() == Correction.Status.APPROVED))
                .map(propose -> new ProgrammeRejection.AnotherCorrectionIsOpen());
    }

    static Optional<ProgrammeRejection> nothingNew(ProgrammePolicies.Wish wish) {
        return proposed(wish)
                .filter(propose -> wish.programme()
                        .draft(propose.draft())
                        .orElseThrow()
                        .rules()
                        .equals(wish.version(propose.version()).published().rules()))
                .map(propose -> new ProgrammeRejection.NothingToCorrect());
    }

    private static Optional<Version> correctionOf(ProgrammePolicies.Wish wish, int version) {
        return wish.programme().published().stream()
                .filter(other -> Objects.equals(other.published().corrects(), version))
                .findFirst();
    }

    private static Optional<ProposeCorrection> proposed(ProgrammePolicies.Wish wish) {
        return ProgrammePolicies.as(wish, ProposeCorrection.class);
    }
}
