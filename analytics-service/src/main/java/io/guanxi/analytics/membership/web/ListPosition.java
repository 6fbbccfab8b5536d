package io.guanxi.analytics.membership.web;

import io.guanxi.web.Cursor;
import io.guanxi.web.RequestRefused;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Behind whom a list goes on. It does so as of the day that it began with, though later events have come.
 *
 * @param draft the segment's revision that it compares; 0 if it does not compare
 * @param after the last customer that was handed out; null at the beginning
 */
record ListPosition(
        @Nullable LocalDate day, int draft, @Nullable String after) {

    private static final String NAME = "segment-customers";
    private static final int PARTS = 5;

    static String encode(SegmentOnDay segment, ListedCustomers listed, String after) {
        int draft = listed.draft() == null ? 0 : listed.draft();
        List<String> at =
                List.of(listed.list(), segment.name(), segment.day().toString(), Integer.toString(draft), after);
        return new Cursor(NAME, at).encode();
    }

    /**
     * @param cursor null at the beginning
     * @param asOf null if the caller left it to us
     * @throws RequestRefused if the cursor is of another list or day
     */
    static ListPosition decode(@Nullable String cursor, String list, String segment, @Nullable LocalDate asOf) {
        if (cursor == null) {
            return new ListPosition(asOf, 0, null);
        }
        List<String> at = Cursor.decode(NAME, cursor).position();
        if (at.size() != PARTS || !at.get(0).equals(list) || !at.get(1).equals(segment)) {
            throw RequestRefused.parameter("cursor", "is not a cursor of this list; start again without it");
        }
        LocalDate day = LocalDate.parse(at.get(2));
        if (asOf != null && !asOf.equals(day)) {
            throw RequestRefused.parameter("asOf", "must be " + day + ", as on the page before");
        }
        return new ListPosition(day, Integer.parseInt(at.get(3)), at.get(4));
    }
}
