/** Keeps the events of each reward, and nothing that could decide. */
@NullMarked
package io.guanxi.loyalty.reward.command;

import org.jspecify.annotations.NullMarked;
