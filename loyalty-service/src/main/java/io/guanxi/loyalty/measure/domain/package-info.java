/** Judges loyalty by recorded orders and stated thresholds. */
@NullMarked
package io.guanxi.loyalty.measure.domain;

import org.jspecify.annotations.NullMarked;
