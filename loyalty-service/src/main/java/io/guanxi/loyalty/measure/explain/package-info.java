/** Says in English and Chinese why loyalty is judged as it is. */
@NullMarked
package io.guanxi.loyalty.measure.explain;

import org.jspecify.annotations.NullMarked;
