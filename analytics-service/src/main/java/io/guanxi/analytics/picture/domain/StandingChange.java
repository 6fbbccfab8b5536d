package io.guanxi.analytics.picture.domain;

import java.time.LocalDate;

/** What others are told of a customer's standing. */
public sealed interface StandingChange {

    LocalDate day();

    record GradeChanged(GradeChange change) implements StandingChange {
        @Override
        public LocalDate day() {
            return change.day();
        }
    }

    record LapseBegan(Lapse lapse) implements StandingChange {
        @Override
        public LocalDate day() {
            return lapse.began();
        }
    }

    /** @param day on which it ended */
    record LapseEnded(LocalDate day, Lapse lapse) implements StandingChange {}

    record SegmentEntered(Membership membership) implements StandingChange {
        @Override
        public LocalDate day() {
            return membership.entered();
        }
    }

    /** @param day on which the customer left */
    record SegmentLeft(LocalDate day, Membership membership) implements StandingChange {}
}
