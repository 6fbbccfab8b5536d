/** The names of what this module measures. */
@NullMarked
package io.guanxi.eventing.signals;

import org.jspecify.annotations.NullMarked;
