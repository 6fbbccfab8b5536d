package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The policies that decide what a payment earns. They are asked in this order until one applies. */
public enum EarningPolicy {
    A_CANCELLED_ORDER_EARNS_NOTHING(
            "a-cancelled-order-earns-nothing", payment -> payment.orderIsCancelled() ? BigDecimal.ZERO : null),
    A_CURRENCY_WITHOUT_A_RATE_EARNS_NOTHING(
            "a-currency-without-a-rate-earns-nothing",
            payment -> payment.rule().rate() == null ? BigDecimal.ZERO : null),
    AN_AMOUNT_EARNS_ITS_RATE_ROUNDED("an-amount-earns-its-rate-rounded", EarningPolicy::rateTimesAmount);

    /** The case that is judged. */
    record Payment(Money paid, AppliedRule rule, boolean orderIsCancelled) {}

    /**
     * What the policies decided together.
     *
     * @param points whole points, zero or more, not yet checked against the largest balance
     */
    record Verdict(BigDecimal points, List<Finding> findings) {}

    private final String code;
    private final Function<Payment, @Nullable BigDecimal> points;

    EarningPolicy(String code, Function<Payment, @Nullable BigDecimal> points) {
        this.code = code;
        this.points = points;
    }

    /** The policy's name as it is written into events. */
    public String code() {
        return code;
    }

    static Verdict judge(Payment payment) {
        var findings = new ArrayList<Finding>();
        for (EarningPolicy policy : values()) {
            BigDecimal points = policy.points.apply(payment);
            findings.add(new Finding(policy.code, points != null));
            if (points != null) {
                return new Verdict(points, findings);
            }
        }
        throw new IllegalStateException("no earning policy applies to " + payment);
    }

    private static @Nullable BigDecimal rateTimesAmount(Payment payment) {
        BigDecimal rate = payment.rule().rate();
        return rate == null
                ? null
                : payment.paid()
                        .amount()
                        .multiply(rate)
                        .setScale(0, payment.rule().rounding());
    }
}
