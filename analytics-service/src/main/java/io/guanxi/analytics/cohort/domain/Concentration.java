package io.guanxi.analytics.cohort.domain;

import io.guanxi.analytics.value.domain.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * On how few customers revenue rests: gathers one amount a customer, eight bytes each, and looks at them in order. The sum of
 * them is exact, shares of it are not. Sums of partitions are added up in any order.
 */
public final class Concentration {

    private static final int[] PERCENTS = {1, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100};
    private static final int FIRST_CAPACITY = 1024;

    private double[] amounts = new double[0];
    private int size;
    private BigDecimal revenue = Amounts.ZERO;

    /**
     * @param customers that were added
     * @param revenue of all of them, exact
     * @param curve what part the best customers have, by their share
     * @param shareForEighty the smallest share of customers who have 80 % of the revenue; 0 without revenue
     * @param gini from 0, all have the same, to nearly 1, one has all; 0 without revenue
     */
    public record Curve(long customers, BigDecimal revenue, List<Point> curve, double shareForEighty, double gini) {

        public Curve {
            curve = List.copyOf(curve);
        }

        /** The share of the revenue of the best of so many percent; 0 if it was not computed. */
        public double ofTop(int percent) {
            return curve.stream()
                    .filter(point -> point.topPercent() == percent)
                    .mapToDouble(Point::revenueShare)
                    .findFirst()
                    .orElse(0);
        }
    }

    /**
     * @param topPercent of all customers, the best
     * @param revenueShare that is theirs, 0 to 1; where the percent cuts through a customer, that part of the amount
     */
    public record Point(int topPercent, double revenueShare) {}

    /** @param net revenue of one customer; what came back beyond what was sold counts as nothing */
    public void add(BigDecimal net) {
        if (size == amounts.length) {
            amounts = Arrays.copyOf(amounts, Math.max(FIRST_CAPACITY, size + (size >> 1)));
        }
        BigDecimal counted = net.signum() > 0 ? net : Amounts.ZERO;
        amounts[size++] = counted.doubleValue();
        revenue = revenue.add(counted);
    }

    /** Takes in other customers. */
    public void addAll(Concentration other) {
        amounts = Arrays.copyOf(amounts, Math.addExact(size, other.size));
        System.arraycopy(other.amounts, 0, amounts, size, other.size);
        size += other.size;
        revenue = revenue.add(other.revenue);
    }

    public Curve curve() {
        double[] ascending = Arrays.copyOf(amounts, size);
        Arrays.sort(ascending);
        double[] ofBest = new double[size + 1];
        double weighted = 0;
        for (int place = 1; place <= size; place++) {
            double amount = ascending[size - place];
            ofBest[place] = ofBest[place - 1] + amount;
            weighted += amount * place;
        }
        double sum = ofBest[size];
        List<Point> points = new ArrayList<>();
        for (int percent : PERCENTS) {
            points.add(new Point(percent, sum == 0 ? 0 : part(ofBest, size * percent / 100.0) / sum));
        }
        return new Curve(
                size,
                revenue,
                points,
                sum == 0 ? 0 : placesFor(ofBest, 0.8 * sum) / size,
                sum == 0 ? 0 : (size + 1 - 2 * weighted / sum) / size);
    }

    private static double part(double[] ofBest, double places) {
        int whole = Math.min((int) places, ofBest.length - 1);
        double next = whole + 1 < ofBest.length ? ofBest[whole + 1] - ofBest[whole] : 0;
        return ofBest[whole] + (places - whole) * next;
    }

    private static double placesFor(double[] ofBest, double revenue) {
        int place = 1;
        while (ofBest[place] < revenue) {
            place++;
        }
        double amount = ofBest[place] - ofBest[place - 1];
        return amount == 0 ? place : place - 1 + (revenue - ofBest[place - 1]) / amount;
    }
}
