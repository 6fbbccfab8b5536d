package io.guanxi.loyalty.account.domain;

/** What time does to points. */
public enum TimePolicy {
    POINTS_BECOME_AVAILABLE_WHEN_THE_WAIT_IS_OVER("points-become-available-when-the-wait-is-over"),
    POINTS_END_AFTER_THEIR_LAST_DAY("points-end-after-their-last-day");

    private final String code;

    TimePolicy(String code) {
        this.code = code;
    }

    /** The policy's name as it is written into events. */
    public String code() {
        return code;
    }

    Finding found() {
        return new Finding(code, true);
    }
}
