package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.value.domain.Scores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What others have been told of a customer.
 *
 * @param sequence how often the state was published
 * @param scores that were published last; null if it was without
 * @param sign of what else was published last, see {@link PublishedSign}
 * @param counted as what the tenant counts the customer
 * @param day the latest day of which a change of standing was told; null before the first one
 * @param changes marks of the changes of that day that were told, in order
 */
record Told(
        long sequence,
        @Nullable Scores scores,
        int sign,
        Counted counted,
        @Nullable LocalDate day,
        List<Integer> changes) {

    static final Told NOTHING = new Told(0, null, 0, Counted.PLAIN, null, List.of());

    private static final int MOST_CHANGES = 50;

    Told {
        changes = List.copyOf(changes);
    }

    Told published(@Nullable Scores newScores, int newSign) {
        return new Told(sequence + 1, newScores, newSign, counted, day, changes);
    }

    Told counted(Counted now) {
        return new Told(sequence, scores, sign, now, day, changes);
    }

    /** How often this change of this day was told before: within one day a segment can be entered, left and entered again. */
    long times(LocalDate changeDay, int mark) {
        return changeDay.equals(day)
                ? changes.stream().filter(told -> told == mark).count()
                : 0;
    }

    Told of(LocalDate changeDay, int mark) {
        if (day != null && changeDay.isBefore(day)) {
            return this;
        }
        List<Integer> more = changeDay.equals(day) ? new ArrayList<>(changes) : new ArrayList<>();
        if (more.size() < MOST_CHANGES) {
            more.add(mark);
        }
        return new Told(sequence, scores, sign, counted, changeDay, more);
    }
}
