/** Breaks a rule on purpose. */
@NullMarked
package io.guanxi.test.violators.clockindomain.domain;

import org.jspecify.annotations.NullMarked;
