/** Says why a score is what it is. */
@NullMarked
package io.guanxi.analytics.value.explain;

import org.jspecify.annotations.NullMarked;
