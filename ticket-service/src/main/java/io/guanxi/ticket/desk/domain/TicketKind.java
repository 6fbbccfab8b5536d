package io.guanxi.ticket.desk.domain;

/** What a customer wants of the desk. */
public enum TicketKind {
    QUESTION,
    COMPLAINT,
    RETURN,
    OTHER
}
