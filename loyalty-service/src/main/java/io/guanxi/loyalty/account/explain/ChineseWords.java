package io.guanxi.loyalty.account.explain;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Chinese for days and moments. */
final class ChineseWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.SIMPLIFIED_CHINESE);

    private ChineseWords() {}

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
            case DOWN, FLOOR -> "向下取整";
            case UP, CEILING -> "向上取整";
            case HALF_UP -> "四舍五入";
            case HALF_DOWN -> "五舍六入";
            case HALF_EVEN -> "四舍六入五成双";
            case UNNECESSARY -> "恰好";
        };
    }
}
