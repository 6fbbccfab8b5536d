package io.guanxi.ticket.desk.domain;

/** What the desk promises for a ticket. */
public enum PromiseKind {
    /** The customer hears from an agent. It runs on hold too: somebody must have said why it is held. */
    FIRST_RESPONSE,
    /** The matter is resolved. Time on hold does not count. */
    RESOLUTION
}
