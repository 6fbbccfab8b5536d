/** Carries commands to the ticket that decides about them. */
@NullMarked
package io.guanxi.ticket.desk.command;

import org.jspecify.annotations.NullMarked;
