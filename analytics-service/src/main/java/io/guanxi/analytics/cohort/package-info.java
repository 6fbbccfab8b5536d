/** Follows customers who came at the same time. */
@NullMarked
package io.guanxi.analytics.cohort;

import org.jspecify.annotations.NullMarked;
