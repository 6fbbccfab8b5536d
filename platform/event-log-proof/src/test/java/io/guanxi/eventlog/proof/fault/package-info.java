/** What goes wrong, when, and for how long: decided by a seed. */
@NullMarked
package io.guanxi.eventlog.proof.fault;

import org.jspecify.annotations.NullMarked;
