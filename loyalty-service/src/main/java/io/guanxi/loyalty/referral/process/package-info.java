/** Has a recommendation be judged when the friend's order is final. */
@NullMarked
package io.guanxi.loyalty.referral.process;

import org.jspecify.annotations.NullMarked;
