package io.guanxi.loyalty.account.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what is audited in the background. */
final class AuditMeters {

    /** What the audit tells those who operate it. */
    enum Signals {
        /** Counter: accounts that were audited. */
        ACCOUNTS("guanxi.loyalty.audit.accounts"),
        /** Counter: audited accounts with a view that does not follow from their log. */
        DISAGREEMENTS("guanxi.loyalty.audit.disagreements");

        private final String meter;

        Signals(String meter) {
            this.meter = meter;
        }
    }

    private final Counter accounts;
    private final Counter disagreements;

    AuditMeters(MeterRegistry registry) {
        accounts = registry.counter(Signals.ACCOUNTS.meter);
        disagreements = registry.counter(Signals.DISAGREEMENTS.meter);
    }

    void audited(long checked, long disagreeing) {
        accounts.increment(checked);
        disagreements.increment(disagreeing);
    }
}
