package io.guanxi.customer.file.process;

/** Every meter of this service: its name, its tags and what it tells. */
enum ReviewSignals {
    /** Counter: reviews of a customer's life cycle that failed, each further try included. */
    FAILURES("guanxi.customer.review.failures");

    private final String meter;

    ReviewSignals(String meter) {
        this.meter = meter;
    }

    String meter() {
        return meter;
    }
}
