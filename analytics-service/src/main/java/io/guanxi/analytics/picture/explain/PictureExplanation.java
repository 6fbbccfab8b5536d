package io.guanxi.analytics.picture.explain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a customer is seen so at the end of a day.
 *
 * @param group absent without scores
 * @param grade absent if the customer was not judged
 * @param risk absent if nothing was bought
 * @param lapse absent if nothing was bought
 * @param segments all that are in use, by name, whether the customer is in them or not
 */
public record PictureExplanation(
        LocalDate asOf,
        @Nullable Explanation group,
        @Nullable Explanation grade,
        @Nullable Explanation risk,
        @Nullable Explanation lapse,
        SortedMap<String, Explanation> segments) {

    public PictureExplanation {
        segments = Collections.unmodifiableSortedMap(new TreeMap<>(segments));
    }
}
