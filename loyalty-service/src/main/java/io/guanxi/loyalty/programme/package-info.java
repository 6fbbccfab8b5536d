/** Owns the rules of each tenant's loyalty programme, from the draft to the version that decides. */
@NullMarked
package io.guanxi.loyalty.programme;

import org.jspecify.annotations.NullMarked;
