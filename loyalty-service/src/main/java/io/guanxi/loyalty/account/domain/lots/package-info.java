/** Keeps points in lots: which there are, what is in which bucket, and which are used first. */
@NullMarked
package io.guanxi.loyalty.account.domain.lots;

import org.jspecify.annotations.NullMarked;
