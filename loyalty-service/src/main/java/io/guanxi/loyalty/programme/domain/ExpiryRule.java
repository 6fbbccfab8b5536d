package io.guanxi.loyalty.programme.domain;

import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * Until when points can be used. The last day counts in full, in the programme's zone.
 *
 * @param months of {@code ROLLING}: from the day of the payment; of {@code INACTIVITY}: from the last day on which anything
 *     was earned or spent. A day that the last month does not have is its last day
 * @param day of {@code FIXED}: the day of the year on which points end
 * @param years of {@code FIXED}: how many further years after the year of the payment; 0 is the next such day
 */
public record ExpiryRule(Kind kind, int months, @Nullable MonthDay day, int years) {

    private static final int MOST_MONTHS = 600;
    private static final int MOST_YEARS = 50;

    public ExpiryRule {
        Checks checks = new Checks();
        switch (kind) {
            case NEVER, FIXED -> checks.that(months == 0, "/months", months, "0 with " + kind);
            case ROLLING, INACTIVITY -> checks.within("/months", months, 1, MOST_MONTHS);
        }
        if (kind == Kind.FIXED) {
            checks.that(day != null, "/day", null, "a day of the year with FIXED");
            checks.within("/years", years, 0, MOST_YEARS);
        } else {
            checks.that(day == null, "/day", day, "absent with " + kind);
            checks.that(years == 0, "/years", years, "0 with " + kind);
        }
        checks.refuse();
    }

    public static final ExpiryRule NEVER = new ExpiryRule(Kind.NEVER, 0, null, 0);

    public enum Kind {
        NEVER,
        FIXED,
        ROLLING,
        INACTIVITY
    }

    public static ExpiryRule rolling(int months) {
        return new ExpiryRule(Kind.ROLLING, months, null, 0);
    }

    public static ExpiryRule inactivity(int months) {
        return new ExpiryRule(Kind.INACTIVITY, months, null, 0);
    }

    public static ExpiryRule fixed(MonthDay day, int years) {
        return new ExpiryRule(Kind.FIXED, 0, day, years);
    }
}
