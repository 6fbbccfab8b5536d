package io.guanxi.loyalty.rehearsal.job;

import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.rehearsal.domain.Period;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be rehearsed. The rules are written down here, so that nobody's work on a draft changes what runs.
 *
 * @param from the first moment of the period
 * @param until the first moment after it
 * @param about whose rules they are
 * @param rules absent to rehearse the rules as they really were
 */
public record RehearsalRequest(
        Instant from, Instant until, About about, @Nullable ProgrammeRules rules) {

    Period period() {
        return new Period(from, until);
    }

    /**
     * @param draft the draft that the rules are from; absent if they are from none
     * @param revision of the draft
     * @param version the version that the rules are from; absent if they are from none
     */
    public record About(
            @Nullable String draft,
            @Nullable Integer revision,
            @Nullable Integer version) {

        /** Rules that the request brought with it, or the real ones. */
        public static final About NOTHING_ELSE = new About(null, null, null);
    }
}
