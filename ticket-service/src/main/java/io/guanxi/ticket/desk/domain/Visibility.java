package io.guanxi.ticket.desk.domain;

/** Who may read an entry of the conversation. */
public enum Visibility {
    /** The customer and the desk. */
    PUBLIC,
    /** The desk alone. */
    INTERNAL
}
