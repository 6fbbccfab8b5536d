/** Knows what is bought together. */
@NullMarked
package io.guanxi.analytics.basket;

import org.jspecify.annotations.NullMarked;
