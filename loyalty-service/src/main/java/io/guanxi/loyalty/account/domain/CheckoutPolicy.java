package io.guanxi.loyalty.account.domain;

/** The policies that decide what points and vouchers pay for, in the order in which they are asked. */
public enum CheckoutPolicy {
    A_REWARD_IS_THERE_WHILE_THE_PROGRAMME_OFFERS_IT("a-reward-is-there-while-the-programme-offers-it"),
    A_REWARD_CAN_NEED_A_TIER("a-reward-can-need-a-tier"),
    A_REWARD_CAN_BE_LIMITED_PER_CUSTOMER("a-reward-can-be-limited-per-customer"),
    ONLY_SPENDABLE_POINTS_BUY_ANYTHING("only-spendable-points-buy-anything"),
    A_CANCELLED_ORDER_COSTS_NOTHING("a-cancelled-order-costs-nothing"),
    POINTS_THAT_ARE_OWED_BUY_NOTHING("points-that-are-owed-buy-nothing"),
    NOBODY_SPENDS_MORE_THAN_IS_AVAILABLE("nobody-spends-more-than-is-available"),
    POINTS_ARE_KEPT_ASIDE_FOR_A_LIMITED_TIME("points-are-kept-aside-for-a-limited-time"),
    POINTS_THAT_END_FIRST_ARE_USED_FIRST("points-that-end-first-are-used-first"),
    POINTS_KEPT_ASIDE_ARE_SPENT_ONCE("points-kept-aside-are-spent-once"),
    A_RELEASED_BASKET_COSTS_NOTHING("a-released-basket-costs-nothing"),
    A_REWARD_THAT_IS_GONE_COSTS_NOTHING("a-reward-that-is-gone-costs-nothing"),
    NO_MORE_COMES_BACK_THAN_WAS_SPENT("no-more-comes-back-than-was-spent"),
    POINTS_COME_BACK_WITH_THEIR_LAST_DAY("points-come-back-with-their-last-day"),
    POINTS_WHOSE_LAST_DAY_IS_OVER_COME_BACK_FOR_THIRTY_DAYS("points-whose-last-day-is-over-come-back-for-thirty-days");

    private final String code;

    CheckoutPolicy(String code) {
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
