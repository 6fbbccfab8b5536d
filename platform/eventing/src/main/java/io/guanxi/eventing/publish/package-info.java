/** Writes records to topics: in order, acknowledged by all replicas, and all or an exception. */
@NullMarked
package io.guanxi.eventing.publish;

import org.jspecify.annotations.NullMarked;
