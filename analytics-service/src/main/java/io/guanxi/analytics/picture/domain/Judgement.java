package io.guanxi.analytics.picture.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives grades and sees lapses begin and end, review by review. */
final class Judgement {

    private static final int PROBABILITY_DECIMALS = 6;

    private final List<GradeChange> grades;
    private final List<Lapse> lapses;

    Judgement(Standing before) {
        grades = new ArrayList<>(before.grades());
        lapses = new ArrayList<>(before.lapses());
    }

    List<GradeChange> grades() {
        return grades;
    }

    List<Lapse> lapses() {
        return lapses;
    }

    private @Nullable Grade grade() {
        return grades.isEmpty() ? null : grades.getLast().to();
    }

    private @Nullable Lapse lapse() {
        return lapses.isEmpty() || !lapses.getLast().lasts() ? null : lapses.getLast();
    }

    Reading told(Reading reading) {
        return reading.standing(grade(), lapse());
    }

    void review(Reading reading) {
        judge(reading);
        Bought bought = reading.bought();
        if (bought != null) {
            seeWhetherLapsed(reading, bought);
        }
    }

    /**
     * Whether no review finds anything new until there are news: who is lead and lapsed stays so, as value, probability and what
     * the potential can be at most only fall.
     */
    boolean rests(Reading reading) {
        PyramidRule rule = reading.inForce().judging();
        if (rule == null) {
            return lapse() != null && reading.inForce().pyramid() == null;
        }
        return lapse() != null
                && grade() == Grade.LEAD
                && reading.potentialAtMost() < rule.potentialAtLeast().doubleValue();
    }

    private void judge(Reading reading) {
        PyramidRule rule = reading.inForce().judging();
        BigDecimal value = reading.currentValue();
        Grade present = grade();
        if (rule == null || value == null || (present == null && reading.bought() == null)) {
            return;
        }
        Grade found = rule.grade(present, value, reading::potentialReaches);
        Worth worth = found == present ? null : reading.worth();
        if (worth != null) {
            Lifetime lifetime = reading.lifetime();
            grades.add(new GradeChange(
                    reading.day(),
                    present,
                    found,
                    rule.version(),
                    lifetime == null ? 0 : lifetime.modelVersion(),
                    worth.value(),
                    worth.potential(),
                    reasons(present, found, reading)));
        }
    }

    private static List<String> reasons(@Nullable Grade from, Grade to, Reading reading) {
        List<String> reasons = new ArrayList<>();
        if (from == null) {
            reasons.add("first-judged");
        } else {
            if (from.highValue() != to.highValue()) {
                reasons.add(to.highValue() ? "value-rose" : "value-fell");
            }
            if (from.highPotential() != to.highPotential()) {
                reasons.add(to.highPotential() ? "potential-rose" : "potential-fell");
            }
        }
        InForce inForce = reading.inForce();
        if (inForce.pyramid() != null && inForce.pyramid().effectiveFrom().equals(reading.day())) {
            reasons.add("rule-changed");
        }
        if (inForce.lifetime() != null && inForce.lifetime().effectiveFrom().equals(reading.day())) {
            reasons.add("model-changed");
        }
        return reasons;
    }

    private void seeWhetherLapsed(Reading reading, Bought bought) {
        LocalDate day = reading.day();
        Lapse lasting = lapse();
        if (lasting == null) {
            if (bought.last().isBefore(day) && gone(reading, bought)) {
                lapses.add(begun(reading, bought));
            }
        } else if (bought.last().isAfter(lasting.lastOrder())) {
            lapses.set(lapses.size() - 1, lasting.ended(day, Lapse.ORDER));
        } else if (!gone(reading, bought)) {
            lapses.set(lapses.size() - 1, lasting.ended(day, Lapse.JUDGED_ANEW));
        }
    }

    private static boolean gone(Reading reading, Bought bought) {
        Double alive = reading.pAlive();
        return alive == null
                ? bought.sinceLast() > Silence.limit(bought, reading.inForce())
                : alive < reading.inForce().lapseBelow().doubleValue();
    }

    private static Lapse begun(Reading reading, Bought bought) {
        Double alive = reading.pAlive();
        InForce inForce = reading.inForce();
        return new Lapse(
                reading.day(),
                alive == null ? null : BigDecimal.valueOf(alive).setScale(PROBABILITY_DECIMALS, RoundingMode.HALF_EVEN),
                alive == null ? Lapse.SILENT : Lapse.BELOW_LIMIT,
                bought.last(),
                alive == null ? Money.of(Silence.limit(bought, inForce)) : inForce.lapseBelow(),
                inForce.pyramid() == null ? 0 : inForce.pyramid().version(),
                inForce.lifetime() == null ? 0 : inForce.lifetime().version(),
                null,
                null);
    }
}
