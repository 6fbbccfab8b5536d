/** What the loyalty service can do in a second, and how much memory it takes. */
@NullMarked
package io.guanxi.benchmarks.loyalty;

import org.jspecify.annotations.NullMarked;
