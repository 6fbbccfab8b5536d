/** Breaks a rule on purpose. */
@NullMarked
package io.guanxi.test.violators.viewcommands.view;

import org.jspecify.annotations.NullMarked;
