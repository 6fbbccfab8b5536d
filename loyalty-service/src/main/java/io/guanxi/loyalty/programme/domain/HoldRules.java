package io.guanxi.loyalty.programme.domain;

import java.time.Duration;

/**
 * Points that a checkout keeps aside.
 *
 * @param longest after this time they are free again
 */
public record HoldRules(Duration longest) {}
