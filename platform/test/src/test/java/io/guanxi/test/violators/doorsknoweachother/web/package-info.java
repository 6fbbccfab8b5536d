/** Breaks a rule on purpose. */
@NullMarked
package io.guanxi.test.violators.doorsknoweachother.web;

import org.jspecify.annotations.NullMarked;
