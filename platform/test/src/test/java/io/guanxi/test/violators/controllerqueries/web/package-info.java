/** Breaks a rule on purpose. */
@NullMarked
package io.guanxi.test.violators.controllerqueries.web;

import org.jspecify.annotations.NullMarked;
