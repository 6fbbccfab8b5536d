package io.guanxi.loyalty.correction.domain;

import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import java.time.Instant;

/**
 * What was recorded on an account.
 *
 * @param happened when its cause happened in the world
 */
public record RecordedChange(LoyaltyEvent event, Instant happened) {}
