package io.guanxi.loyalty.account.explain;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.AppliedRule;
import io.guanxi.loyalty.account.domain.RefundShare;
import io.guanxi.loyalty.account.domain.TermShare;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The numbers between what an entry recorded and what came of it. */
final class Calculation {

    private static final int DECIMALS = 6;

    private Calculation() {}

    /** Points before they are rounded to whole ones, exactly. */
    static String product(Money paid, BigDecimal rate) {
        return paid.amount().multiply(rate).toPlainString();
    }

    /** Points of the one rate before any cap; none without a rate. */
    static long rounded(Money paid, AppliedRule rule) {
        BigDecimal rate = rule.rate() == null ? BigDecimal.ZERO : rule.rate();
        return paid.amount().multiply(rate).setScale(0, rule.rounding()).longValueExact();
    }

    static BigDecimal sum(List<TermShare> terms) {
        return terms.stream().map(TermShare::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Points of all terms before any cap. */
    static long rounded(List<TermShare> terms, RoundingMode rounding) {
        return sum(terms).setScale(0, rounding).longValueExact();
    }

    /** Such as {@code 100.00 × 2 + 50 = 250.00}. */
    static String of(TermShare term) {
        String points = term.points().toPlainString();
        if (term.rate() == null || term.rate().signum() == 0) {
            return points;
        }
        String product = term.amount().toPlainString() + " × " + term.rate().toPlainString();
        return product + (term.fixed() == 0 ? "" : " + " + term.fixed()) + " = " + points;
    }

    /** The points due for all refunds, before they are rounded to whole ones: its first six decimals, cut and not rounded. */
    static String quotient(RefundShare share) {
        return BigDecimal.valueOf(share.earning().points())
                .multiply(share.refundedSoFar())
                .divide(share.paid().amount(), DECIMALS, RoundingMode.DOWN)
                .toPlainString();
    }
}
