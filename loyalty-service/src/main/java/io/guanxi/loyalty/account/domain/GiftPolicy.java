package io.guanxi.loyalty.account.domain;

/** The policies that decide about points that a person or a recommendation gives, in the order in which they are asked. */
public enum GiftPolicy {
    A_PERSON_PUTS_AN_ACCOUNT_RIGHT("a-person-puts-an-account-right"),
    NOTHING_IS_TAKEN_THAT_IS_NOT_THERE("nothing-is-taken-that-is-not-there"),
    A_COMPLAINT_IS_COMPENSATED_ONCE("a-complaint-is-compensated-once"),
    A_COMPLAINT_GIVES_NO_MORE_THAN_ITS_LIMIT("a-complaint-gives-no-more-than-its-limit"),
    A_YEAR_GIVES_A_CUSTOMER_NO_MORE_THAN_ITS_LIMIT("a-year-gives-a-customer-no-more-than-its-limit"),
    A_FRIEND_WHOSE_FIRST_ORDER_IS_FINAL_IS_WELCOMED("a-friend-whose-first-order-is-final-is-welcomed"),
    A_CUSTOMER_IS_REWARDED_FOR_EACH_FRIEND_ONCE("a-customer-is-rewarded-for-each-friend-once"),
    A_YEAR_REWARDS_FOR_NO_MORE_FRIENDS_THAN_ITS_LIMIT("a-year-rewards-for-no-more-friends-than-its-limit");

    private final String code;

    GiftPolicy(String code) {
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
