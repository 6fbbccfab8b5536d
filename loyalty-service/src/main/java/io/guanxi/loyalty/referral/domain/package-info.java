/** Says by which policies a recommendation is judged. */
@NullMarked
package io.guanxi.loyalty.referral.domain;

import org.jspecify.annotations.NullMarked;
