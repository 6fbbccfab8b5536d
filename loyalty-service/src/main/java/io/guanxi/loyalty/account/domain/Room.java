package io.guanxi.loyalty.account.domain;

/** Whether more points can be counted exactly by everybody. */
final class Room {

    private Room() {}

    static boolean isThereFor(PurseStanding purse, long points) {
        return points <= LoyaltyAccount.LARGEST_BALANCE - purse.available() - purse.pending() - purse.held();
    }
}
