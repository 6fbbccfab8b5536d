package io.guanxi.loyalty.account.domain;

/** The policies by which an order is judged again, beside those that judge every payment. */
public enum CorrectionPolicy {
    AN_ORDER_IS_JUDGED_AGAIN_BY_THE_CORRECTED_RULES("an-order-is-judged-again-by-the-corrected-rules"),
    WHAT_THE_CUSTOMER_WAS_WHEN_PAYING_COUNTS("what-the-customer-was-when-paying-counts"),
    CAPS_COUNT_WHAT_EARLIER_ORDERS_GIVE_BY_NOW("caps-count-what-earlier-orders-give-by-now"),
    RETURNS_TAKE_THEIR_SHARE_OF_WHAT_IS_RIGHT("returns-take-their-share-of-what-is-right");

    private final String code;

    CorrectionPolicy(String code) {
        this.code = code;
    }

    /** The policy's name as it is written into events. */
    public String code() {
        return code;
    }

    Finding found(boolean applied) {
        return new Finding(code, applied);
    }
}
