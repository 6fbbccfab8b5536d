package io.guanxi.analytics.models.domain;

import io.guanxi.analytics.segment.domain.Condition;
import io.guanxi.analytics.segment.domain.SegmentName;
import io.guanxi.kernel.Reason;

/** Why models, rules or segments are not changed as somebody asked. */
public sealed interface ModelRejection extends Reason {

    @Override
    default Kind kind() {
        return Kind.CONFLICT;
    }

    record FitDidNotConverge() implements ModelRejection {
        @Override
        public String code() {
            return "did-not-converge";
        }

        @Override
        public String message() {
            return "The search did not come to rest, so its parameters mean nothing; fit to more customers.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record NumbersAreNotFinite() implements ModelRejection {
        @Override
        public String code() {
            return "numbers-are-not-finite";
        }

        @Override
        public String message() {
            return "A number of the fit is infinite or none at all.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record SegmentNameIsImpossible() implements ModelRejection {
        @Override
        public String code() {
            return "segment-name-is-impossible";
        }

        @Override
        public String message() {
            return "A segment is named by " + SegmentName.EXPECTED + ".";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record SegmentTitleIsImpossible() implements ModelRejection {

        static final int LONGEST = 100;

        @Override
        public String code() {
            return "segment-title-is-impossible";
        }

        @Override
        public String message() {
            return "A segment's title has 1 to " + LONGEST + " characters, all of them printable.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record ConditionIsTooLarge() implements ModelRejection {
        @Override
        public String code() {
            return "condition-is-too-large";
        }

        @Override
        public String message() {
            return "Conditions are nested up to " + Condition.DEEPEST + " deep, with up to " + Condition.MOST_LEAVES
                    + " comparisons, numbers of up to 15 digits before the point and 10 after it, and words of up to "
                    + Conditions.MOST_CHARACTERS + " characters together.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record TooManySegments() implements ModelRejection {

        /** A customer's published state names the segments it is in. */
        static final int MOST = 200;

        @Override
        public String code() {
            return "too-many-segments";
        }

        @Override
        public String message() {
            return "There are " + MOST + " segments; retire one or discard a draft first.";
        }
    }

    record SegmentNotFound() implements ModelRejection {
        @Override
        public String code() {
            return "segment-not-found";
        }

        @Override
        public String message() {
            return "There is no such segment.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record SegmentHasNoDraft() implements ModelRejection {
        @Override
        public String code() {
            return "segment-has-no-draft";
        }

        @Override
        public String message() {
            return "Nobody works on a draft of this segment.";
        }
    }

    /** @param revision the segment's present one */
    record DraftWasChanged(int revision) implements ModelRejection {
        @Override
        public String code() {
            return "draft-was-changed";
        }

        @Override
        public String message() {
            return "The segment is at revision " + revision + " by now; look at its draft again.";
        }
    }

    record DraftChangesNothing() implements ModelRejection {
        @Override
        public String code() {
            return "draft-changes-nothing";
        }

        @Override
        public String message() {
            return "The draft is the definition in use; edit or discard it.";
        }
    }

    record SegmentIsNotInUse() implements ModelRejection {
        @Override
        public String code() {
            return "segment-is-not-in-use";
        }

        @Override
        public String message() {
            return "Only a segment that is in use can be retired.";
        }
    }
}
