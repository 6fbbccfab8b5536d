/** Publishes what scores are given by. */
@NullMarked
package io.guanxi.analytics.value.messaging;

import org.jspecify.annotations.NullMarked;
