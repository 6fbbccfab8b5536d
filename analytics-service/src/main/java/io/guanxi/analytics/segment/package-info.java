/** Groups of customers that are defined by conditions. */
@NullMarked
package io.guanxi.analytics.segment;

import org.jspecify.annotations.NullMarked;
