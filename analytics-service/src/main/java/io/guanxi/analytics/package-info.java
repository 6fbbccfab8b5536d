/** The analytics service: measures customers from the order stream, always fresh and explained. */
@NullMarked
package io.guanxi.analytics;

import org.jspecify.annotations.NullMarked;
