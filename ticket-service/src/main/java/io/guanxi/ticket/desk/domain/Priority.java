package io.guanxi.ticket.desk.domain;

/** How urgent a ticket is; the promised times follow from it. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
