/** Says why a customer is seen so, and what would change it. */
@NullMarked
package io.guanxi.analytics.picture.explain;

import org.jspecify.annotations.NullMarked;
