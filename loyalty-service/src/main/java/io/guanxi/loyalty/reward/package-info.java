/** Owns what points are exchanged for: how many there are left, and that each is given once. */
@NullMarked
package io.guanxi.loyalty.reward;

import org.jspecify.annotations.NullMarked;
