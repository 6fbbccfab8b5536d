/** Breaks a rule on purpose. */
@NullMarked
package io.guanxi.test.violators.viewcommands.command;

import org.jspecify.annotations.NullMarked;
