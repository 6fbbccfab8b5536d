/** Holds what the processes were told against what a reader finds at the end. It knows of no engine and no fault. */
@NullMarked
package io.guanxi.eventlog.proof.judge;

import org.jspecify.annotations.NullMarked;
