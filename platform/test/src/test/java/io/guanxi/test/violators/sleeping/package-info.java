/** Breaks a rule on purpose. */
@NullMarked
package io.guanxi.test.violators.sleeping;

import org.jspecify.annotations.NullMarked;
