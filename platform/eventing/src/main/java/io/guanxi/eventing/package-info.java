/** Events in and out of a service; its packages are read models, the relay to topics, the intake from topics and what could not be used; and what a service does as time passes. */
@NullMarked
package io.guanxi.eventing;

import org.jspecify.annotations.NullMarked;
