package io.guanxi.loyalty.programme.domain;

/**
 * Points given to another customer or to a family. They keep their last day.
 *
 * @param least points in one transfer
 * @param mostPerMonth points that one account can give in a calendar month; what goes to its own family is not counted
 */
public record TransferRules(long least, long mostPerMonth) {

    public TransferRules {
        Checks checks = new Checks();
        checks.within("/least", least, 1, Checks.MOST_POINTS);
        checks.within("/mostPerMonth", mostPerMonth, Math.max(least, 1), Checks.MOST_POINTS);
        checks.refuse();
    }
}
