/** Takes events in from topics: each customer's in order, what comes too early or fails set aside, and nothing lost. */
@NullMarked
package io.guanxi.eventing.intake;

import org.jspecify.annotations.NullMarked;
