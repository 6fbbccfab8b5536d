/** Follows the event log from a checkpoint, one owner at a time, and never gives up. */
@NullMarked
package io.guanxi.eventing.follow;

import org.jspecify.annotations.NullMarked;
