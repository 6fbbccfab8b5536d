package io.guanxi.customer;

import io.guanxi.customer.file.contact.MasterKey;
import io.guanxi.customer.file.domain.LifeCyclePolicies;
import io.guanxi.customer.file.process.ReviewSchedule;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.support.CronExpression;

/**
 * How this service is set up.
 *
 * @param masterKey 32 random bytes in Base64; wraps the customers' keys and must never change or get lost
 */
@ConfigurationProperties("guanxi.customer")
public record CustomerSettings(
        @DefaultValue("") String masterKey, @DefaultValue LifeCycle lifeCycle) {

    public CustomerSettings {
        if (masterKey.isBlank()) {
            throw new IllegalArgumentException("master-key: not set (expected: 32 random bytes in Base64, such as"
                    + " `openssl rand -base64 32` prints; without it no contact data can ever be read again)");
        }
        MasterKey.parse(masterKey);
    }

    /**
     * When customers change their stage by time alone. Both are whole days, for events and sentences name them in days.
     *
     * @param dormantAfter without an order
     * @param lostAfter without an order; longer than {@code dormantAfter}
     */
    public record LifeCycle(
            @DefaultValue("180d") Duration dormantAfter,
            @DefaultValue("365d") Duration lostAfter,
            @DefaultValue Review review) {

        public LifeCycle {
            requireWholeDays("dormant-after", dormantAfter);
            requireWholeDays("lost-after", lostAfter);
            new LifeCyclePolicies(dormantAfter, lostAfter);
        }

        private static void requireWholeDays(String name, Duration period) {
            if (!period.equals(Duration.ofDays(period.toDays()))) {
                throw new IllegalArgumentException(name + ": " + period + " (expected: whole days, such as 180d)");
            }
        }

        LifeCyclePolicies policies() {
            return new LifeCyclePolicies(dormantAfter, lostAfter);
        }
    }

    /**
     * When that is looked at.
     *
     * @param cron second, minute, hour, day of month, month, day of week
     * @param zone of the cron expression
     * @param batch customers looked up at a time, 1 to 10,000
     * @param clockTolerance how far this machine's clock may be ahead without anybody being dormant or lost early
     */
    public record Review(
            @DefaultValue("0 0 3 * * *") String cron,
            @DefaultValue("UTC") ZoneId zone,
            @DefaultValue("500") int batch,
            @DefaultValue("2h") Duration clockTolerance) {

        public Review {
            if (batch < 1 || batch > 10_000) {
                throw new IllegalArgumentException("batch: " + batch + " (expected: 1 to 10000)");
            }
            if (clockTolerance.isNegative()) {
                throw new IllegalArgumentException("clock-tolerance: " + clockTolerance + " (expected: not negative)");
            }
            CronExpression.parse(cron);
        }

        ReviewSchedule schedule() {
            return new ReviewSchedule(CronExpression.parse(cron), zone, batch, clockTolerance);
        }
    }

    @Override
    public String toString() {
        return "CustomerSettings[" + lifeCycle + "]";
    }
}
