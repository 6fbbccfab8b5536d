/** Owns the points on each customer's account, and the reasons for them. */
@NullMarked
package io.guanxi.loyalty.account;

import org.jspecify.annotations.NullMarked;
