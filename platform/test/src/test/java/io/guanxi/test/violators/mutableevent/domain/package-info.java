/** Breaks a rule on purpose. */
@NullMarked
package io.guanxi.test.violators.mutableevent.domain;

import org.jspecify.annotations.NullMarked;
