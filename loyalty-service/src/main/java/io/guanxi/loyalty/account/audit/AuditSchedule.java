package io.guanxi.loyalty.account.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Has all accounts audited once in each period. Every instance asks, under one id for each period, so it is done once; while
 * the audit of a period before goes on, none is asked for.
 */
final class AuditSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSchedule.class);

    private final Supplier<List<String>> tenants;
    private final Asking asking;
    private final Duration every;
    private final Clock clock;
    private Instant asked = Instant.MIN;

    /** Asks for an audit of a tenant's accounts, unless one is going on. */
    @FunctionalInterface
    interface Asking {
        void ask(String tenant, String id);
    }

    /** @param tenants those that have accounts */
    AuditSchedule(Supplier<List<String>> tenants, Asking asking, Duration every, Clock clock) {
        this.tenants = tenants;
        this.asking = asking;
        this.every = every;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void lookAtTheClock() {
        Instant period = period(clock.instant());
        if (!period.isAfter(asked)) {
            return;
        }
        try {
            tenants.get().forEach(tenant -> asking.ask(tenant, "audit-" + period.getEpochSecond()));
            asked = period;
        } catch (RuntimeException storeIsAway) {
            LOG.warn("The audit of all accounts cannot be asked for yet", storeIsAway);
        }
    }

    /** When the present period began. */
    private Instant period(Instant now) {
        long seconds = every.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
    }
}
