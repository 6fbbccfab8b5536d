/** Numbers of many customers in little memory. */
@NullMarked
package io.guanxi.analytics.table;

import org.jspecify.annotations.NullMarked;
