package io.guanxi.loyalty.account.explain;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.RefundShare;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The numbers between what an entry recorded and what came of it. */
final class Calculation {

    private static final int DECIMALS = 6;

    private Calculation() {}

    /** Points before they are rounded to whole ones, exactly. */
    static String product(Money paid, BigDecimal rate) {
        return paid.amount().multiply(rate).toPlainString();
    }

    /** The points due for all refunds, before they are rounded to whole ones: its first six decimals, cut and not rounded. */
    static String quotient(RefundShare share) {
        return BigDecimal.valueOf(share.earning().points())
                .multiply(share.refundedSoFar())
                .divide(share.paid().amount(), DECIMALS, RoundingMode.DOWN)
                .toPlainString();
    }
}
