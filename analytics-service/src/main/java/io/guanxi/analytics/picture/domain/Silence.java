package io.guanxi.analytics.picture.domain;

/**
 * When a customer has been silent for too long, as long as there is no model: longer than three of the customer's own
 * intervals, and than 90 days at least. Somebody who bought but once has no interval, and is given the window of the current
 * value.
 */
final class Silence {

    static final int OWN_INTERVALS = 3;
    static final int LEAST_DAYS = 90;

    private Silence() {}

    /** Days. Beyond them it is too long. */
    static double limit(Bought seen, InForce inForce) {
        return seen.days() == 1
                ? Math.max(LEAST_DAYS, inForce.windowDays())
                : Math.max(LEAST_DAYS, OWN_INTERVALS * seen.meanInterval());
    }

    /** No probability, but in their place: how much of the time is over, 1 as soon as all of it is. */
    static double risk(Bought seen, InForce inForce) {
        return Math.min(1, seen.sinceLast() / limit(seen, inForce));
    }
}
