/** Judges whether a customer was recommended by another, and has both be rewarded. */
@NullMarked
package io.guanxi.loyalty.referral;

import org.jspecify.annotations.NullMarked;
