package io.guanxi.loyalty.measure.domain;

/** Whether a customer buys as often as others. */
public enum Behaviour {
    HIGH,
    LOW,
    /** The first order is more recent than the time after which others buy again, so nothing can be said. */
    TOO_EARLY
}
