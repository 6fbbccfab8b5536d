package io.guanxi.loyalty.account.domain;

/** The policies that decide what a payment earns, in the order in which they are asked. */
public enum EarningPolicy {
    A_CANCELLED_ORDER_EARNS_NOTHING("a-cancelled-order-earns-nothing"),
    A_CURRENCY_WITHOUT_A_RATE_EARNS_NOTHING("a-currency-without-a-rate-earns-nothing"),
    AN_ORDER_THAT_MEETS_NO_CONDITION_EARNS_NOTHING("an-order-that-meets-no-condition-earns-nothing"),
    AN_AMOUNT_EARNS_ITS_RATE_ROUNDED("an-amount-earns-its-rate-rounded"),
    AN_ORDER_EARNS_NO_MORE_THAN_ITS_CAP("an-order-earns-no-more-than-its-cap"),
    A_DAY_EARNS_NO_MORE_THAN_ITS_CAP("a-day-earns-no-more-than-its-cap"),
    A_MONTH_EARNS_NO_MORE_THAN_ITS_CAP("a-month-earns-no-more-than-its-cap");

    private final String code;

    EarningPolicy(String code) {
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
