package io.guanxi.analytics.picture.domain;

import java.time.LocalDate;
import java.util.List;

/** Which versions held on which day. */
public interface InForceHistory {

    /** At the end of a day (UTC). */
    InForce on(LocalDate day);

    /**
     * The days on which a model, a rule or a segment took force; boundaries do not count.
     *
     * @param after not included
     * @param until included
     * @return ascending
     */
    List<LocalDate> changes(LocalDate after, LocalDate until);

    /** Grows with each version that is recorded of a model, a rule or a segment. */
    int generation();

    /**
     * From which day on the answers are not those of an earlier generation; what is found for days before it still holds.
     *
     * @return {@link LocalDate#MIN} if that is not known
     */
    default LocalDate changedSince(int generation) {
        return LocalDate.MIN;
    }
}
