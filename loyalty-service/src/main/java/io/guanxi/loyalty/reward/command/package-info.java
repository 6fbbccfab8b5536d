/** Keeps the events of each reward, and leads a customer from points to a reward, step by step. */
@NullMarked
package io.guanxi.loyalty.reward.command;

import org.jspecify.annotations.NullMarked;
