package io.guanxi.loyalty.account.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an account stands among the tiers.
 *
 * @param tier what counts: the earned tier, or the floor if that is higher
 * @param earned what was earned by orders alone
 * @param base what the last review left; an upgrade since then is undone if the order that made it is returned
 * @param since when {@code earned} was reached
 * @param review when it is reviewed next; absent if never
 * @param grace until when a tier is kept that is no longer earned; absent if there is no such time
 * @param floor absent if nobody has set one
 */
public record TierStanding(
        String tier,
        String earned,
        String base,
        Instant since,
        @Nullable Instant review,
        @Nullable Instant grace,
        @Nullable Floor floor) {

    /**
     * The lowest tier that an account has, whatever it earns.
     *
     * @param person who set it, as their token names them
     * @param until the first moment at which it no longer holds; absent if it has no end
     */
    public record Floor(
            String tier,
            String reason,
            String person,
            @Nullable Instant until) {}
}
