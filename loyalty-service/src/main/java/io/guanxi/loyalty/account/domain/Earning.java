package io.guanxi.loyalty.account.domain;

/**
 * The earning that a reversal takes back, wholly or in part.
 *
 * @param entryId the entry in which it was earned
 * @param points what was earned
 * @param ruleVersion the version of the rule that it was earned by
 * @param cause id of the order event that earned it
 */
public record Earning(String entryId, long points, int ruleVersion, String cause) {}
