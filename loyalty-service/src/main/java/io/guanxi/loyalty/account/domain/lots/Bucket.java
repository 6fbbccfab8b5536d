package io.guanxi.loyalty.account.domain.lots;

/** Where points are. A move takes them from one bucket to another, so that none comes from nowhere. */
public enum Bucket {
    /** Not on the account: the source of what is given and the sink of what is used. */
    OUTSIDE,
    /** Earned, but to be waited for. */
    PENDING,
    /** To be used. */
    AVAILABLE,
    /** Kept aside for a checkout. */
    HELD
}
