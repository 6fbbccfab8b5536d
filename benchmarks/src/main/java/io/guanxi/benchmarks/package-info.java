/** What the platform measures of itself: each figure with the command that makes it. */
@NullMarked
package io.guanxi.benchmarks;

import org.jspecify.annotations.NullMarked;
