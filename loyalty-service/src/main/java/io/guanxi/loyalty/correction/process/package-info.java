/** Has the differences of a correction be posted when it is approved. */
@NullMarked
package io.guanxi.loyalty.correction.process;

import org.jspecify.annotations.NullMarked;
