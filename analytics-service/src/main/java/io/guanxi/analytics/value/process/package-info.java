/** Reacts to what the streams find out. */
@NullMarked
package io.guanxi.analytics.value.process;

import org.jspecify.annotations.NullMarked;
