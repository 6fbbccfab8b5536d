package io.guanxi.loyalty.account.domain.lots;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a moment at which something happens by itself is counted by.
 *
 * @param purse whose rest counts; absent for the calendar
 * @param rest how long it must be; absent for the calendar
 */
public record Clock(@Nullable String purse, Lot.@Nullable IdleExpiry rest) {

    /** By which a moment is itself, whatever is done on the account. */
    public static final Clock CALENDAR = new Clock(null, null);

    /**
     * When it happens.
     *
     * @param moment of the calendar itself; of a purse's rest, what it begins with at the earliest
     * @param lastUse of the purse
     */
    public Instant time(Instant moment, Instant lastUse) {
        return rest == null ? moment : rest.after(lastUse.isAfter(moment) ? lastUse : moment);
    }
}
