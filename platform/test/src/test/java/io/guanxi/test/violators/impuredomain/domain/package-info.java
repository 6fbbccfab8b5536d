/** Breaks a rule on purpose. */
@NullMarked
package io.guanxi.test.violators.impuredomain.domain;

import org.jspecify.annotations.NullMarked;
