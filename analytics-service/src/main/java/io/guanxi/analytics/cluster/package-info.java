/** Groups customers who buy alike. */
@NullMarked
package io.guanxi.analytics.cluster;

import org.jspecify.annotations.NullMarked;
