/** Breaks a rule on purpose. */
@NullMarked
package io.guanxi.test.violators.integrationindomain.messaging;

import org.jspecify.annotations.NullMarked;
