/** Breaks a rule on purpose. */
@NullMarked
package io.guanxi.test.violators.cycle.spend;

import org.jspecify.annotations.NullMarked;
