package io.guanxi.ticket.desk.domain;

/** The way by which a customer reached the desk. */
public enum Channel {
    CHAT,
    EMAIL,
    PHONE,
    SOCIAL,
    WEB
}
