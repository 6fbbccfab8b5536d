/** Keeps in the event log what was run, by whom and how it ended. */
@NullMarked
package io.guanxi.analytics.runs.command;

import org.jspecify.annotations.NullMarked;
