package io.guanxi.loyalty.programme.domain;

/**
 * Points as compensation for a complaint.
 *
 * @param purse in which they are given
 * @param mostPerGrant points for one complaint
 * @param mostPerCustomerAndYear points for one customer within 365 days
 */
public record GoodwillRules(String purse, long mostPerGrant, long mostPerCustomerAndYear) {}
