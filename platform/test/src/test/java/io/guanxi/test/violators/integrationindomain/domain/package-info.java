/** Breaks a rule on purpose. */
@NullMarked
package io.guanxi.test.violators.integrationindomain.domain;

import org.jspecify.annotations.NullMarked;
