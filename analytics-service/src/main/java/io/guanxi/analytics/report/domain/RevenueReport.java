package io.guanxi.analytics.report.domain;

import io.guanxi.analytics.cohort.domain.Concentration;
import io.guanxi.analytics.cohort.domain.RevenueShares;
import io.guanxi.analytics.value.domain.Amounts;
import java.time.LocalDate;
import java.util.List;

/**
 * On how few customers revenue rests: what the rule of 80/20 says, checked. Amounts are decimals, written as texts.
 *
 * @param currency of all amounts
 * @param revenue net, of all customers; what came back beyond what was sold counts as nothing
 * @param curve what part of the revenue the best customers have, by their share
 * @param shareForEighty the smallest share of customers who have 80 % of the revenue
 * @param gini from 0, all have the same, to nearly 1, one has all
 * @param grades how revenue and customers are spread over the grades of the pyramid
 */
public record RevenueReport(
        LocalDate asOf,
        String currency,
        long customers,
        String revenue,
        List<Concentration.Point> curve,
        double shareForEighty,
        double gini,
        List<OfGrade> grades) {

    public RevenueReport {
        curve = List.copyOf(curve);
        grades = List.copyOf(grades);
    }

    /** @param grade {@code none} for customers without one */
    public record OfGrade(String grade, long customers, double customerShare, String revenue, double revenueShare) {

        static OfGrade of(RevenueShares.Share<String> share) {
            return new OfGrade(
                    share.group(),
                    share.customers(),
                    share.customerShare(),
                    Amounts.shown(share.revenue()).toPlainString(),
                    share.revenueShare());
        }
    }

    public static RevenueReport of(
            LocalDate asOf, String currency, Concentration.Curve curve, RevenueShares<String> grades) {
        return new RevenueReport(
                asOf,
                currency,
                curve.customers(),
                Amounts.shown(curve.revenue()).toPlainString(),
                curve.curve(),
                curve.shareForEighty(),
                curve.gini(),
                grades.shares().stream().map(OfGrade::of).toList());
    }
}
