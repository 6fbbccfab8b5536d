/** Breaks a rule on purpose. */
@NullMarked
package io.guanxi.test.violators.patternname;

import org.jspecify.annotations.NullMarked;
