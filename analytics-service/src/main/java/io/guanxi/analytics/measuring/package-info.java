/** Measures customers from the topics as events come, and answers what is asked of them. */
@NullMarked
package io.guanxi.analytics.measuring;

import org.jspecify.annotations.NullMarked;
