package io.guanxi.ticket.desk.command;

import io.guanxi.ticket.desk.domain.Ticket;

/**
 * A ticket after a command.
 *
 * @param version the number of its latest event, from 0; the details view names the same
 */
public record TicketAfter(Ticket ticket, long version) {}
