package io.guanxi.ticket.desk.process;

import io.guanxi.eventing.due.SweepMeters;

/** What the sweep tells those who operate it. */
enum SweepSignals {
    /** Counter: checks of a ticket that failed; each is tried again. */
    FAILURES("guanxi.ticket.sweep.failures"),
    /** Gauge: tickets whose last check failed, by what this instance has seen. */
    WAITING("guanxi.ticket.sweep.waiting");

    static final SweepMeters METERS = new SweepMeters(FAILURES.meter, WAITING.meter);

    private final String meter;

    SweepSignals(String meter) {
        this.meter = meter;
    }
}
