/** Decides an account's recorded past again, by other rules, and says what would be different. */
@NullMarked
package io.guanxi.loyalty.rehearsal.domain;

import org.jspecify.annotations.NullMarked;
