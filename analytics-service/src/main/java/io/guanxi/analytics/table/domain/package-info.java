/** Rows of numbers by customer, in arrays: bounded, added up from partitions, and in one order whatever came first. */
@NullMarked
package io.guanxi.analytics.table.domain;

import org.jspecify.annotations.NullMarked;
