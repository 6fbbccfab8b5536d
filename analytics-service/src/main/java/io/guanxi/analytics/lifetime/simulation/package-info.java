/** Populations whose true parameters are known, drawn from a seed. */
@NullMarked
package io.guanxi.analytics.lifetime.simulation;

import org.jspecify.annotations.NullMarked;
