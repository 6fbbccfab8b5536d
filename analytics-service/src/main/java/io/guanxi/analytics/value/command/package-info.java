/** Keeps what a tenant's customers are scored by in the event log. */
@NullMarked
package io.guanxi.analytics.value.command;

import org.jspecify.annotations.NullMarked;
