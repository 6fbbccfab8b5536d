package io.guanxi.loyalty.account.domain;

/**
 * What one policy decided about one case.
 *
 * @param policy the policy's name, a sentence in kebab-case that never changes
 * @param applied whether the case was one for this policy
 */
public record Finding(String policy, boolean applied) {}
