/** Measures how loyal customers are, and says what kind of loyalty it looks like and why. */
@NullMarked
package io.guanxi.loyalty.measure;

import org.jspecify.annotations.NullMarked;
