/** Lets customers collect their points together. */
@NullMarked
package io.guanxi.loyalty.family;

import org.jspecify.annotations.NullMarked;
