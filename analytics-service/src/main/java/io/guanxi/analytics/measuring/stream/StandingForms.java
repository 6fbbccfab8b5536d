package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.picture.domain.Grade;
import io.guanxi.analytics.picture.domain.GradeChange;
import io.guanxi.analytics.picture.domain.Lapse;
import io.guanxi.analytics.picture.domain.Membership;
import io.guanxi.analytics.picture.domain.Standing;

/** The bytes of a standing, as a part of a customer's. */
final class StandingForms {

    private StandingForms() {}

    static void standing(Packer out, Standing standing) {
        out.optional(standing.reviewedTo(), Packer::day)
                .number(standing.generation())
                .all(standing.grades(), StandingForms::grade)
                .all(standing.lapses(), StandingForms::lapse)
                .all(standing.memberships(), StandingForms::membership);
    }

    static Standing standing(Unpacker in) {
        return new Standing(
                in.optional(Unpacker::day),
                (int) in.number(),
                in.all(StandingForms::grade),
                in.all(StandingForms::lapse),
                in.all(StandingForms::membership));
    }

    private static void grade(Packer out, GradeChange change) {
        out.day(change.day())
                .optional(change.from(), (packer, grade) -> packer.small(code(grade)))
                .small(code(change.to()))
                .number(change.ruleVersion())
                .number(change.modelVersion())
                .amount(change.value())
                .amount(change.potential())
                .all(change.reasons(), Packer::text);
    }

    private static GradeChange grade(Unpacker in) {
        return new GradeChange(
                in.day(),
                in.optional(unpacker -> grade(unpacker.small())),
                grade(in.small()),
                (int) in.number(),
                (int) in.number(),
                in.amount(),
                in.amount(),
                in.all(Unpacker::text));
    }

    private static int code(Grade grade) {
        return switch (grade) {
            case PLATINUM -> 1;
            case GOLD -> 2;
            case IRON -> 3;
            case LEAD -> 4;
        };
    }

    private static Grade grade(int code) {
        for (Grade grade : Grade.values()) {
            if (code(grade) == code) {
                return grade;
            }
        }
        throw new IllegalStateException("stored grade: " + code + " (expected: 1 to 4)");
    }

    private static void lapse(Packer out, Lapse lapse) {
        out.day(lapse.began())
                .optional(lapse.pAlive(), Packer::amount)
                .text(lapse.cause())
                .day(lapse.lastOrder())
                .amount(lapse.limit())
                .number(lapse.ruleVersion())
                .number(lapse.modelVersion())
                .optional(lapse.ended(), Packer::day)
                .optional(lapse.endCause(), Packer::text);
    }

    private static Lapse lapse(Unpacker in) {
        return new Lapse(
                in.day(),
                in.optional(Unpacker::amount),
                in.text(),
                in.day(),
                in.amount(),
                (int) in.number(),
                (int) in.number(),
                in.optional(Unpacker::day),
                in.optional(Unpacker::text));
    }

    private static void membership(Packer out, Membership stay) {
        out.text(stay.segment())
                .number(stay.version())
                .day(stay.entered())
                .optional(stay.left(), Packer::day)
                .number(stay.leftVersion());
    }

    private static Membership membership(Unpacker in) {
        return new Membership(in.text(), (int) in.number(), in.day(), in.optional(Unpacker::day), (int) in.number());
    }
}
