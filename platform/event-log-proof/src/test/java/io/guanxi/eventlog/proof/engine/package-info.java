/** The event log and, as its control, the extension of Axon that it replaces, behind the same door. */
@NullMarked
package io.guanxi.eventlog.proof.engine;

import org.jspecify.annotations.NullMarked;
