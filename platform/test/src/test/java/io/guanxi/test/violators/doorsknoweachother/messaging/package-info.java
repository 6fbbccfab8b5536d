/** Breaks a rule on purpose. */
@NullMarked
package io.guanxi.test.violators.doorsknoweachother.messaging;

import org.jspecify.annotations.NullMarked;
