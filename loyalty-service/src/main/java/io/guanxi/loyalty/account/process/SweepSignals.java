package io.guanxi.loyalty.account.process;

import io.guanxi.eventing.due.SweepMeters;

/** What the sweep tells those who operate it. */
enum SweepSignals {
    /** Counter: accounts that could not do what was due; each is tried again. */
    FAILURES("guanxi.loyalty.sweep.failures"),
    /** Gauge: accounts whose last try failed, by what this instance has seen. */
    WAITING("guanxi.loyalty.sweep.waiting");

    static final SweepMeters METERS = new SweepMeters(FAILURES.meter, WAITING.meter);

    private final String meter;

    SweepSignals(String meter) {
        this.meter = meter;
    }
}
