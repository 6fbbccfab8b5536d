/** Reacts to what the streams find out. */
@NullMarked
package io.guanxi.analytics.measuring.process;

import org.jspecify.annotations.NullMarked;
