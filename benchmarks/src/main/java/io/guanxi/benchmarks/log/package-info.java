/** Measures the event log against its peers, on the same server, with the same events. */
@NullMarked
package io.guanxi.benchmarks.log;

import org.jspecify.annotations.NullMarked;
