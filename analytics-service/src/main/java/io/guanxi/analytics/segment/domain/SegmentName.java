package io.guanxi.analytics.segment.domain;

import java.util.regex.Pattern;

/** What a segment can be called: what the published language allows for a code, since every event of a segment carries it. */
public final class SegmentName {

    public static final int LONGEST = 50;

    public static final int MOST_WORDS = 10;

    /** What is right, for those who got it wrong. */
    public static final String EXPECTED =
            "up to " + MOST_WORDS + " words of small letters and digits with hyphens between"
                    + " them, with a letter first and at most " + LONGEST + " characters";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+){0," + (MOST_WORDS - 1) + "}");

    private SegmentName() {}

    public static boolean isPossible(String name) {
        return name.length() <= LONGEST && NAME.matcher(name).matches();
    }
}
