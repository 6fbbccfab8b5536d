/** Breaks a rule on purpose. */
@NullMarked
package io.guanxi.test.violators.fieldinjection;

import org.jspecify.annotations.NullMarked;
