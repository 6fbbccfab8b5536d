package io.guanxi.loyalty.programme.domain;

/**
 * Points as compensation for a complaint.
 *
 * @param purse in which they are given
 * @param mostPerGrant points for one complaint
 * @param mostPerCustomerAndYear points for one customer within 365 days
 */
public record GoodwillRules(String purse, long mostPerGrant, long mostPerCustomerAndYear) {

    public GoodwillRules {
        Checks checks = new Checks();
        checks.code("/purse", purse);
        checks.within("/mostPerGrant", mostPerGrant, 1, Checks.MOST_POINTS);
        checks.within("/mostPerCustomerAndYear", mostPerCustomerAndYear, Math.max(mostPerGrant, 1), Checks.MOST_POINTS);
        checks.refuse();
    }
}
