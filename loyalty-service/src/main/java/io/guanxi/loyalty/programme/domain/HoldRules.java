package io.guanxi.loyalty.programme.domain;

import java.time.Duration;

/**
 * Points that a checkout keeps aside.
 *
 * @param longest after this time they are free again
 */
public record HoldRules(Duration longest) {

    private static final Duration MOST = Duration.ofDays(30);

    public HoldRules {
        Checks checks = new Checks();
        checks.that(
                longest.isPositive() && longest.compareTo(MOST) <= 0,
                "/longest",
                longest,
                "more than PT0S and at most " + MOST);
        checks.refuse();
    }
}
