package io.guanxi.loyalty.account.domain;

/** The policies that decide about points on their way to another account, in the order in which they are asked. */
public enum TransferPolicy {
    NOBODY_GIVES_TO_THEMSELVES("nobody-gives-to-themselves"),
    WHAT_GOES_TO_THE_OWN_FAMILY_HAS_NO_LIMITS("what-goes-to-the-own-family-has-no-limits"),
    A_TRANSFER_HAS_A_LEAST("a-transfer-has-a-least"),
    A_MONTH_GIVES_NO_MORE_THAN_ITS_LIMIT("a-month-gives-no-more-than-its-limit"),
    NOBODY_GIVES_MORE_THAN_CAN_BE_SPENT("nobody-gives-more-than-can-be-spent"),
    A_MEMBERS_NEW_POINTS_GO_TO_THE_FAMILY("a-members-new-points-go-to-the-family"),
    POINTS_THAT_ARE_GIVEN_KEEP_THEIR_LAST_DAY("points-that-are-given-keep-their-last-day"),
    POINTS_ARE_RECEIVED_ON_AN_OPEN_ACCOUNT("points-are-received-on-an-open-account"),
    AN_ACCOUNT_RECEIVES_NO_MORE_THAN_CAN_BE_COUNTED("an-account-receives-no-more-than-can-be-counted"),
    WHAT_IS_DECLINED_GOES_BACK_AS_IT_WAS("what-is-declined-goes-back-as-it-was");

    private final String code;

    TransferPolicy(String code) {
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
