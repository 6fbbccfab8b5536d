package io.guanxi.loyalty.programme.domain;

import io.guanxi.kernel.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Why a programme is not changed as somebody asked. */
public sealed interface ProgrammeRejection extends Reason {

    @Override
    default Kind kind() {
        return Kind.CONFLICT;
    }

    record DraftNotFound() implements ProgrammeRejection {
        @Override
        public String code() {
            return "draft-not-found";
        }

        @Override
        public String message() {
            return "There is no such draft; it may be published or discarded.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record DraftAlreadyCreated() implements ProgrammeRejection {
        @Override
        public String code() {
            return "draft-already-created";
        }

        @Override
        public String message() {
            return "A draft with this id was created before, by another request.";
        }
    }

    record DraftIsProposed() implements ProgrammeRejection {
        @Override
        public String code() {
            return "draft-is-proposed";
        }

        @Override
        public String message() {
            return "A correction with these rules waits for a decision; until then the draft stays as it is.";
        }
    }

    record TooManyDrafts() implements ProgrammeRejection {

        static final int MOST = 100;

        @Override
        public String code() {
            return "too-many-drafts";
        }

        @Override
        public String message() {
            return "There are " + MOST + " drafts; publish or discard one first.";
        }
    }

    record VersionNotFound() implements ProgrammeRejection {
        @Override
        public String code() {
            return "version-not-found";
        }

        @Override
        public String message() {
            return "There is no such version.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record PublicationTooSoon(Duration leadTime) implements ProgrammeRejection {
        @Override
        public String code() {
            return "publication-too-soon";
        }

        @Override
        public String message() {
            return "A version is published at least " + leadTime
                    + " before its first moment, so that every instance knows it.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record PurseIsDropped(String purse, int version, int laterVersion) implements ProgrammeRejection {
        @Override
        public String code() {
            return "purse-is-dropped";
        }

        @Override
        public String message() {
            return "Accounts may hold points of the purse " + purse + " of version " + version + "; version "
                    + laterVersion + ", which begins later, must have it too.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record MainPurseChanges(String purse, int version) implements ProgrammeRejection {
        @Override
        public String code() {
            return "main-purse-changes";
        }

        @Override
        public String message() {
            return "The first purse must be " + purse + " in version " + version
                    + " too; it is the balance of every account.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record VersionIsWithdrawn() implements ProgrammeRejection {
        @Override
        public String code() {
            return "version-is-withdrawn";
        }

        @Override
        public String message() {
            return "The version was withdrawn before.";
        }
    }

    record TooLateToWithdraw(Duration leadTime) implements ProgrammeRejection {
        @Override
        public String code() {
            return "too-late-to-withdraw";
        }

        @Override
        public String message() {
            return "A version is withdrawn at least " + leadTime
                    + " before its first moment. Publish another one, or propose a correction.";
        }
    }

    record VersionNeverHeld() implements ProgrammeRejection {
        @Override
        public String code() {
            return "version-never-held";
        }

        @Override
        public String message() {
            return "The version has not held for a moment; withdraw it or publish another one.";
        }
    }

    record VersionIsCorrected(int right) implements ProgrammeRejection {
        @Override
        public String code() {
            return "version-is-corrected";
        }

        @Override
        public String message() {
            return "The version is corrected by version " + right + "; correct that one.";
        }
    }

    record AnotherCorrectionIsOpen() implements ProgrammeRejection {
        @Override
        public String code() {
            return "another-correction-is-open";
        }

        @Override
        public String message() {
            return "Another correction waits for a decision, or its differences are being posted; one follows the other.";
        }
    }

    record NothingToCorrect() implements ProgrammeRejection {
        @Override
        public String code() {
            return "nothing-to-correct";
        }

        @Override
        public String message() {
            return "The draft says the same as the version.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record CorrectionNotFound() implements ProgrammeRejection {
        @Override
        public String code() {
            return "correction-not-found";
        }

        @Override
        public String message() {
            return "There is no such correction.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record CorrectionIsDecided(Correction.Status status) implements ProgrammeRejection {
        @Override
        public String code() {
            return "correction-is-decided";
        }

        @Override
        public String message() {
            return "The correction is not open any more; it is " + word(status) + ".";
        }
    }

    record SecondPersonNeeded() implements ProgrammeRejection {
        @Override
        public String code() {
            return "second-person-needed";
        }

        @Override
        public String message() {
            return "Who proposed a correction cannot approve it; somebody else has to.";
        }
    }

    record CorrectionIsNotApproved(Correction.Status status) implements ProgrammeRejection {
        @Override
        public String code() {
            return "correction-is-not-approved";
        }

        @Override
        public String message() {
            return "Only an approved correction is finished; this one is " + word(status) + ".";
        }
    }

    record CorrectionIsNotUsedYet(Instant usedFrom) implements ProgrammeRejection {

        @Override
        public String code() {
            return "correction-is-not-used-yet";
        }

        @Override
        public String message() {
            return "The right version is used from " + usedFrom + " on; differences are posted after that.";
        }

        @Override
        public Kind kind() {
            return Kind.TOO_EARLY;
        }
    }

    private static String word(Correction.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
