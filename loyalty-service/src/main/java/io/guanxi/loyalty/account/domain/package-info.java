/** Decides, without any framework, which points an order earns, which it gives back, and why. */
@NullMarked
package io.guanxi.loyalty.account.domain;

import org.jspecify.annotations.NullMarked;
