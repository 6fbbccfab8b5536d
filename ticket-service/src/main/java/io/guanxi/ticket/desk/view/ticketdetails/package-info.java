/** Answers what has happened to one ticket. */
@NullMarked
package io.guanxi.ticket.desk.view.ticketdetails;

import org.jspecify.annotations.NullMarked;
