/** Finds what is due as time passes, and has each thing checked, without a timer for any of them. */
@NullMarked
package io.guanxi.eventing.due;

import org.jspecify.annotations.NullMarked;
