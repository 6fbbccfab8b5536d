/** Puts the event log, and what it replaces, through everything that can go wrong, with processes of its own. */
@NullMarked
package io.guanxi.eventlog.proof;

import org.jspecify.annotations.NullMarked;
