/** Answers which tickets want work, and which ones a customer has. */
@NullMarked
package io.guanxi.ticket.desk.view.ticketqueue;

import org.jspecify.annotations.NullMarked;
