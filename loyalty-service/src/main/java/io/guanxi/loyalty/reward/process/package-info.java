/** Leads a customer from points to a reward, step by step, and undoes what was begun and not finished. */
@NullMarked
package io.guanxi.loyalty.reward.process;

import org.jspecify.annotations.NullMarked;
