package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.picture.domain.Standing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer's standing, and which boundaries it was found by.
 *
 * @param boundariesVersion 0 if nothing had been measured
 * @param boundariesDay that these boundaries were measured for; null if nothing had been measured. Later versions are of this
 *     day or later ones, so what was found of earlier days does not depend on them
 */
public record Judged(
        Standing standing, int boundariesVersion, @Nullable LocalDate boundariesDay) {

    static final Judged NEVER = new Judged(Standing.NONE, 0, null);

    /** What was found does not depend on what has become known of a day and later ones. */
    Judged before(LocalDate day) {
        Standing earlier = standing.before(day);
        return earlier == standing ? this : new Judged(earlier, boundariesVersion, boundariesDay);
    }
}
