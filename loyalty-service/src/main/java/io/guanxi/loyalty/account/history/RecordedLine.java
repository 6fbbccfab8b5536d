package io.guanxi.loyalty.account.history;

import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import java.time.Instant;

/**
 * An event of an account with its place and its times.
 *
 * @param happened when its cause happened in the world
 * @param recorded when it was stored
 */
public record RecordedLine(long sequence, LoyaltyEvent event, Instant happened, Instant recorded) {}
