/** Breaks a rule on purpose. */
@NullMarked
package io.guanxi.test.violators.randomidinprocess.process;

import org.jspecify.annotations.NullMarked;
