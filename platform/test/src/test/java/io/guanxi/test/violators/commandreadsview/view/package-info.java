/** Breaks a rule on purpose. */
@NullMarked
package io.guanxi.test.violators.commandreadsview.view;

import org.jspecify.annotations.NullMarked;
