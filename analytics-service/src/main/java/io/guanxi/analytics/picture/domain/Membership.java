package io.guanxi.analytics.picture.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stay in a segment.
 *
 * @param version of the definition on entering
 * @param entered day (UTC) at whose end the definition was met
 * @param left day at whose end it was not met any more; null while it lasts
 * @param leftVersion of the definition that was not met; 0 while it lasts, and if the segment was retired
 */
public record Membership(
        String segment,
        int version,
        LocalDate entered,
        @Nullable LocalDate left,
        int leftVersion) {

    public boolean lasts() {
        return left == null;
    }

    Membership left(LocalDate day, int by) {
        return new Membership(segment, version, entered, day, by);
    }

    Membership reopened() {
        return new Membership(segment, version, entered, null, 0);
    }
}
