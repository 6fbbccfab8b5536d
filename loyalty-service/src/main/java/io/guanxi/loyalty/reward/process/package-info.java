/** Undoes what was begun between an account and a stock and never finished. */
@NullMarked
package io.guanxi.loyalty.reward.process;

import org.jspecify.annotations.NullMarked;
