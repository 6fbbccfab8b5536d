/** Decides what becomes known of one customer: their orders, how to reach them, and where they are in their life cycle. */
@NullMarked
package io.guanxi.customer.file.domain;

import org.jspecify.annotations.NullMarked;
