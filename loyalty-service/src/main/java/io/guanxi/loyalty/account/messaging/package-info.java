/** Takes shops' order events in, and publishes what became of them. */
@NullMarked
package io.guanxi.loyalty.account.messaging;

import org.jspecify.annotations.NullMarked;
