package io.guanxi.loyalty.correction.job;

import java.time.Instant;

/**
 * What is to be posted.
 *
 * @param correction the id of the approved correction
 * @param right the corrected version
 * @param usedFrom from when on nobody decides by the wrong one any more
 */
public record PostingAsked(String correction, int right, Instant usedFrom) {}
