/** Keeps what happened, whole and in one order, on MongoDB, and carries commands to the aggregates that decide. */
@NullMarked
package io.guanxi.eventlog;

import org.jspecify.annotations.NullMarked;
