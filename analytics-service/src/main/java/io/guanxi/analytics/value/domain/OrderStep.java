package io.guanxi.analytics.value.domain;

/** What an event says has become of an order. The constants stand in the order of their weight as evidence of a sale. */
public enum OrderStep {
    PLACED(false),
    CANCELLED(false),
    RETURNED(true),
    SHIPPED(true),
    DELIVERED(true),
    /** What was paid is the last word on what was sold. */
    PAID(true);

    private final boolean sells;

    OrderStep(boolean sells) {
        this.sells = sells;
    }

    /** Whether an order that has come so far is sold: paid, or out of the house. */
    public boolean sells() {
        return sells;
    }
}
