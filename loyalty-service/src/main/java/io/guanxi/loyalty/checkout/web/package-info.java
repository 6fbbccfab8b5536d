/** The checkout as shops call it. */
@NullMarked
package io.guanxi.loyalty.checkout.web;

import org.jspecify.annotations.NullMarked;
