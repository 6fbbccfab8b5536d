package io.guanxi.loyalty.liability.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The life of one lot of points.
 *
 * @param since the day its age is counted from
 * @param ends whether its points can end at all
 * @param flows what happened on which day
 */
public record LotLife(LocalDate since, boolean ends, NavigableMap<LocalDate, LotFlow> flows) {

    public LotLife {
        flows = Collections.unmodifiableNavigableMap(new TreeMap<>(flows));
    }

    /** The points that are there at the end of a day. */
    long left(LocalDate asOf) {
        long left = 0;
        for (Map.Entry<LocalDate, LotFlow> day : flows.entrySet()) {
            left += day.getKey().isAfter(asOf) ? 0 : day.getValue().change();
        }
        return left;
    }

    /** In days. A day before its first one, which only a clock that was wrong can name, is the first. */
    long age(LocalDate day) {
        return Math.max(0, ChronoUnit.DAYS.between(since, day));
    }
}
