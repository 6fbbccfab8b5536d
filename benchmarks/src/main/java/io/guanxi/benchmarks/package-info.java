@NullMarked
package io.guanxi.benchmarks;

import org.jspecify.annotations.NullMarked;
