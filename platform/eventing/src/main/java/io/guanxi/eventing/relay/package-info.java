/** Publishes what happened: recorded events, translated on purpose, to topics, in order and at least once. */
@NullMarked
package io.guanxi.eventing.relay;

import org.jspecify.annotations.NullMarked;
