package io.guanxi.loyalty.measure.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which kind of loyalty a customer's is, with all that it was decided by.
 *
 * @param possible the classes that agree with what is known; one if behaviour and attitude are
 * @param orders the customer's orders in the window, as far as they are known in detail
 * @param more whether there may be more than that
 * @param asked how many orders in the window count as high
 * @param byMedian whether that is the tenant's median; else there are too few buyers, and it is the least that is asked for
 * @param missing how many more orders would make the behaviour high; 0 if it is
 * @param highUntil when it stops being high if nothing more is bought; absent if it is not high
 * @param judgedFrom when it is no longer too early to judge; absent if it is not too early
 */
public record Classification(
        int ruleVersion,
        Behaviour behaviour,
        Attitude attitude,
        @Nullable Integer satisfaction,
        List<LoyaltyClass> possible,
        int orders,
        boolean more,
        int asked,
        boolean byMedian,
        int missing,
        @Nullable Instant highUntil,
        @Nullable Instant judgedFrom) {

    /** After this time a customer is judged where nobody has bought twice so far. */
    private static final BigDecimal USUAL_INTERVAL_DAYS = BigDecimal.valueOf(90);

    private static final BigDecimal SECONDS_OF_A_DAY =
            BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

    public Classification {
        possible = List.copyOf(possible);
    }

    /** @param satisfaction as the customer answered, from 1 to 5; null if unknown */
    public static Classification of(
            CustomerMeasures customer,
            TenantMeasures tenant,
            @Nullable Integer satisfaction,
            Instant now,
            LoyaltyRule rule) {
        boolean byMedian = tenant.medianOrders() != null && tenant.buyers() >= rule.fewestBuyers();
        int asked = Math.max(rule.fewestOrders(), byMedian ? roundedUp(tenant.medianOrders()) : 0);
        Instant judgedFrom = customer.first() == null ? null : customer.first().plus(interval(tenant));
        Behaviour behaviour = behaviour(customer, asked, judgedFrom, now);
        Attitude attitude = Attitude.of(satisfaction, rule);
        return new Classification(
                rule.version(),
                behaviour,
                attitude,
                satisfaction,
                Arrays.stream(LoyaltyClass.values())
                        .filter(one -> one.agreesWith(behaviour, attitude))
                        .toList(),
                customer.orders(),
                customer.more(),
                asked,
                byMedian,
                Math.max(0, asked - customer.orders()),
                behaviour == Behaviour.HIGH
                        ? customer.times().get(customer.orders() - asked).plus(rule.window())
                        : null,
                behaviour == Behaviour.TOO_EARLY ? judgedFrom : null);
    }

    private static Behaviour behaviour(
            CustomerMeasures customer, int asked, @Nullable Instant judgedFrom, Instant now) {
        if (customer.orders() >= asked) {
            return Behaviour.HIGH;
        }
        return judgedFrom != null && now.isBefore(judgedFrom) ? Behaviour.TOO_EARLY : Behaviour.LOW;
    }

    private static Duration interval(TenantMeasures tenant) {
        BigDecimal days = tenant.medianIntervalDays() == null ? USUAL_INTERVAL_DAYS : tenant.medianIntervalDays();
        return Duration.ofSeconds(days.multiply(SECONDS_OF_A_DAY).longValue());
    }

    private static int roundedUp(@Nullable BigDecimal median) {
        return median == null ? 0 : median.setScale(0, RoundingMode.CEILING).intValueExact();
    }
}
