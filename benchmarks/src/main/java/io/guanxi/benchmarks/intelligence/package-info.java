/** What customer intelligence takes: fitting, scoring, one more order; beside scipy and DuckDB. */
@NullMarked
package io.guanxi.benchmarks.intelligence;

import org.jspecify.annotations.NullMarked;
