/** The processes that work on one store, each with a main class of its own. They end when their input does. */
@NullMarked
package io.guanxi.eventlog.proof.process;

import org.jspecify.annotations.NullMarked;
