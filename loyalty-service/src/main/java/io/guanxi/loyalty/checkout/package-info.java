/** Lets a shop's basket ask what it earns, and pay with points, rewards and vouchers. */
@NullMarked
package io.guanxi.loyalty.checkout;

import org.jspecify.annotations.NullMarked;
