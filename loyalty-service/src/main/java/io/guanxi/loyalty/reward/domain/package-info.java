/** Decides who gets a unit of a reward of which there are only so many. */
@NullMarked
package io.guanxi.loyalty.reward.domain;

import org.jspecify.annotations.NullMarked;
