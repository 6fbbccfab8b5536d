/** What each customer is worth so far, measured from the order stream, and how it compares with the others. */
@NullMarked
package io.guanxi.analytics.value;

import org.jspecify.annotations.NullMarked;
