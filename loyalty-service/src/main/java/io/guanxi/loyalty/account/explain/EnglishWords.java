package io.guanxi.loyalty.account.explain;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** English for numbers, days and moments. */
final class EnglishWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private EnglishWords() {}

    static String points(long points) {
        return points == 1 ? "1 point" : points + " points";
    }

    static String day(Instant moment, ZoneId zone) {
        return DAY.format(moment.atZone(zone));
    }

    /** The day that ends at a moment. */
    static String lastDay(Instant end, ZoneId zone) {
        return day(end.minusNanos(1), zone);
    }

    static String moment(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }

    static String rounded(RoundingMode rounding) {
        return switch (rounding) {
            case DOWN, FLOOR -> "rounded down";
            case UP, CEILING -> "rounded up";
            case HALF_UP -> "rounded to the nearest, a half up,";
            case HALF_DOWN -> "rounded to the nearest, a half down,";
            case HALF_EVEN -> "rounded to the nearest, a half to the even,";
            case UNNECESSARY -> "exact and equal";
        };
    }
}
