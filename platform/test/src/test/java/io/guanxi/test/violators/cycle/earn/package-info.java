/** Breaks a rule on purpose. */
@NullMarked
package io.guanxi.test.violators.cycle.earn;

import org.jspecify.annotations.NullMarked;
