/** Brings points that one customer gives from their account to another. */
@NullMarked
package io.guanxi.loyalty.transfer;

import org.jspecify.annotations.NullMarked;
