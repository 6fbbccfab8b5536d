/** The ticket service: it owns tickets, from opening to closing, and keeps promises of time. */
@NullMarked
package io.guanxi.ticket;

import org.jspecify.annotations.NullMarked;
