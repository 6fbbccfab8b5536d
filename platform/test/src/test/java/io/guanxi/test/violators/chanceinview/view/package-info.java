/** Breaks a rule on purpose. */
@NullMarked
package io.guanxi.test.violators.chanceinview.view;

import org.jspecify.annotations.NullMarked;
