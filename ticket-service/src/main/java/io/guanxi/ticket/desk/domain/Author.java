package io.guanxi.ticket.desk.domain;

/** Whose words they are. */
public enum Author {
    AGENT,
    CUSTOMER
}
