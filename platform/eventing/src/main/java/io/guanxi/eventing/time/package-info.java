/** The one time that all instances of a service go by. */
@NullMarked
package io.guanxi.eventing.time;

import org.jspecify.annotations.NullMarked;
