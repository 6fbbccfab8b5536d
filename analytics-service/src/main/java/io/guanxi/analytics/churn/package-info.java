/** Tells how likely a customer is to stay away. */
@NullMarked
package io.guanxi.analytics.churn;

import org.jspecify.annotations.NullMarked;
