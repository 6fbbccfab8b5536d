package io.guanxi.loyalty.account.domain;

import java.time.Instant;

/**
 * What a command comes from and when.
 *
 * @param cause id of the event or request that asks
 * @param at when it happened, in the account's own time; what was due before it happens before it
 * @param known when it is decided; rules that were published later play no part
 */
public record Stamp(String cause, Instant at, Instant known) {}
