/** Owns the customer file: who a customer is, how to reach them, where they are in their life cycle. */
@NullMarked
package io.guanxi.customer;

import org.jspecify.annotations.NullMarked;
