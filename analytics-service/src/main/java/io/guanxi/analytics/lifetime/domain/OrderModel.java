package io.guanxi.analytics.lifetime.domain;

import java.util.SortedMap;

/**
 * A model of how customers buy until they silently leave, fitted to a population and asked about one customer. The unit of
 * time is the week. Wherever a customer is asked about, {@code x} is the number of repeat purchases, {@code tx} the weeks
 * from the first to the last purchase (0 if x is 0) and {@code age} the weeks from the first purchase to now. No answer is
 * ever not a number; impossible questions (negative or unordered times) are refused with an
 * {@link IllegalArgumentException}.
 */
public sealed interface OrderModel permits BgNbd, MbgNbd, ParetoNbd {

    /** The chance that the customer has not left, 0 to 1. */
    double pAlive(int x, double tx, double age);

    /** How many repeat purchases are expected in the coming weeks, of a customer who is known to be still there now. */
    double expectedOrdersIfAlive(double weeks, int x, double tx, double age);

    /** How many repeat purchases are expected in the coming weeks, of a customer of whom it is not known whether they left. */
    default double expectedOrders(double weeks, int x, double tx, double age) {
        double alive = pAlive(x, tx, age);
        return alive == 0 ? 0 : alive * expectedOrdersIfAlive(weeks, x, tx, age);
    }

    /**
     * The same, each purchase weighed by what it is worth today: {@code ∫ exp(−δu) dE(u)} from 0 to {@code weeks} with
     * {@code δ = ln(1 + annualDiscount) / (365.25 / 7)}. This is the discounted expected transactions of Fader, Hardie and
     * Lee, "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis", Journal of Marketing Research 42 (2005), with
     * its continuous discounting, up to a horizon instead of for ever; integrated by parts to
     * {@code exp(−δ·weeks)·E(weeks) + δ ∫ exp(−δu) E(u) du}, the integral by Gauss-Legendre.
     *
     * @param annualDiscount 0.1 is ten percent a year; at least 0
     */
    default double discountedOrders(double weeks, double annualDiscount, int x, double tx, double age) {
        return Discounting.of(annualDiscount).orders(this, weeks, x, tx, age);
    }

    /** How many repeat purchases are expected in the weeks after a first purchase. */
    default double expectedOfNewcomer(double weeks) {
        return expectedOrders(weeks, 0, 0, 0);
    }

    default double pAlive(Observation seen) {
        return pAlive(seen.x(), seen.tx(), seen.age());
    }

    default double expectedOrders(double weeks, Observation seen) {
        return expectedOrders(weeks, seen.x(), seen.tx(), seen.age());
    }

    default double discountedOrders(double weeks, double annualDiscount, Observation seen) {
        return discountedOrders(weeks, annualDiscount, seen.x(), seen.tx(), seen.age());
    }

    OrderFamily family();

    /** By the letters of the literature. */
    SortedMap<String, Double> parameters();
}
