/** Breaks a rule on purpose. */
@NullMarked
package io.guanxi.test.violators.commandreadsview.command;

import org.jspecify.annotations.NullMarked;
