package io.guanxi.analytics.membership;

/** Where a customer is when a segment's draft is laid beside its version in force. */
public enum Side {
    /** In the segment by both. */
    BOTH,
    /** In it by the draft alone. */
    ENTERING,
    /** In it by the version in force alone. */
    LEAVING,
    NEITHER;

    static Side of(boolean present, boolean drafted) {
        if (present) {
            return drafted ? BOTH : LEAVING;
        }
        return drafted ? ENTERING : NEITHER;
    }
}
