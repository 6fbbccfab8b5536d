/** Shows over HTTP who brought whom, and how it was judged. */
@NullMarked
package io.guanxi.loyalty.referral.web;

import org.jspecify.annotations.NullMarked;
