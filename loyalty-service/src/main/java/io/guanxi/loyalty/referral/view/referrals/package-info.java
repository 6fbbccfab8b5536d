/** Answers whom a customer has brought, and who brought them. */
@NullMarked
package io.guanxi.loyalty.referral.view.referrals;

import org.jspecify.annotations.NullMarked;
