/** How figures are written down: spreads, tables, goals, and a file that a program can read. */
@NullMarked
package io.guanxi.benchmarks.report;

import org.jspecify.annotations.NullMarked;
