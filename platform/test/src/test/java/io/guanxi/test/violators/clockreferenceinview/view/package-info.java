/** Breaks a rule on purpose. */
@NullMarked
package io.guanxi.test.violators.clockreferenceinview.view;

import org.jspecify.annotations.NullMarked;
