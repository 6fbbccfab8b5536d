package io.guanxi.analytics.lifetime.simulation;

import io.guanxi.analytics.lifetime.domain.BgNbd;
import io.guanxi.analytics.lifetime.domain.MbgNbd;
import io.guanxi.analytics.lifetime.domain.Observation;
import io.guanxi.analytics.lifetime.domain.OrderModel;
import io.guanxi.analytics.lifetime.domain.ParetoNbd;
import io.guanxi.analytics.lifetime.domain.SpendModel;
import io.guanxi.analytics.lifetime.domain.SpendSample;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A population that buys exactly as the models assume, for whoever has to know what a fit should find: tests, benchmarks and
 * rehearsals. Each customer comes from the seed and its own number, so customers can be made in any order, each alone, and
 * by several threads, and are always the same.
 *
 * @param orders how customers buy
 * @param spend what a purchase brings
 * @param days of the whole period; days are counted from 0
 * @param acquisitionDays in the first so many of them customers make their first purchase
 */
public record SimulatedCohort(long seed, OrderModel orders, SpendModel spend, int days, int acquisitionDays) {

    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");
    private static final double DAYS_IN_A_WEEK = 7;
    private static final double CENTS = 100;
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    public SimulatedCohort {
        if (acquisitionDays < 1 || days < acquisitionDays) {
            throw new IllegalArgumentException(
                    "%d days of acquisition in %d days are impossible".formatted(acquisitionDays, days));
        }
    }

    /**
     * One of them.
     *
     * @param days with purchases, ascending, the first purchase included; those of one day are one
     * @param cents what each of these days brought, at least 1
     */
    public record Customer(int[] days, long[] cents) {

        /** As seen at the end of a day that is not before the first purchase. */
        public Observation seen(int asOf) {
            int repeats = -1;
            while (repeats + 1 < days.length && days[repeats + 1] <= asOf) {
                repeats++;
            }
            return new Observation(repeats, days[repeats] - days[0], asOf - days[0]);
        }

        /** What the repeat purchases until the end of a day brought, in hundredths. */
        public SpendSample spent(int asOf) {
            int repeats = seen(asOf).x();
            double sum = 0;
            for (int i = 1; i <= repeats; i++) {
                sum += cents[i];
            }
            return repeats == 0 ? SpendSample.NONE : new SpendSample(repeats, sum / repeats);
        }
    }

    /** @param number of the customer, from 0 */
    public Customer customer(long number) {
        RandomGenerator random = GENERATORS.create(seed + STRIDE * number);
        double first = random.nextInt(acquisitionDays);
        Life life = life(random);
        double scale = spend.gamma() / gamma(random, spend.q());
        int[] bought = new int[4];
        long[] cents = new long[4];
        int count = 0;
        double time = 0;
        boolean stays = true;
        while (stays && first + time * DAYS_IN_A_WEEK < days) {
            int day = (int) (first + time * DAYS_IN_A_WEEK);
            if (count == bought.length) {
                bought = Arrays.copyOf(bought, 2 * count);
                cents = Arrays.copyOf(cents, 2 * count);
            }
            if (count == 0 || bought[count - 1] < day) {
                bought[count] = day;
                cents[count++] = Math.max(1, Math.round(CENTS * scale * gamma(random, spend.p())));
            }
            stays = (time == 0 && !life.mayLeaveAtOnce) || random.nextDouble() >= life.leaving;
            time += random.nextExponential() / life.rate;
            stays &= time < life.end;
        }
        return new Customer(Arrays.copyOf(bought, count), Arrays.copyOf(cents, count));
    }

    /**
     * What a customer was born with.
     *
     * @param rate purchases a week
     * @param leaving the chance to leave after a purchase
     * @param end in weeks
     */
    private record Life(double rate, double leaving, boolean mayLeaveAtOnce, double end) {}

    private Life life(RandomGenerator random) {
        return switch (orders) {
            case BgNbd model ->
                new Life(
                        gamma(random, model.r()) / model.alpha(),
                        beta(random, model.a(), model.b()),
                        false,
                        Double.POSITIVE_INFINITY);
            case MbgNbd model ->
                new Life(
                        gamma(random, model.r()) / model.alpha(),
                        beta(random, model.a(), model.b()),
                        true,
                        Double.POSITIVE_INFINITY);
            case ParetoNbd model ->
                new Life(
                        gamma(random, model.r()) / model.alpha(),
                        0,
                        false,
                        random.nextExponential() * model.beta() / gamma(random, model.s()));
        };
    }

    private static double beta(RandomGenerator random, double a, double b) {
        double leaving = gamma(random, a);
        return leaving / (leaving + gamma(random, b));
    }

    /** Marsaglia and Tsang, "A Simple Method for Generating Gamma Variables", ACM TOMS 26 (2000). */
    private static double gamma(RandomGenerator random, double shape) {
        if (shape < 1) {
            return Math.max(Double.MIN_NORMAL, gamma(random, shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape));
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double cubed = Math.pow(1 + c * normal, 3);
            if (cubed > 0
                    && Math.log(1 - random.nextDouble()) < normal * normal / 2 + d * (1 - cubed + Math.log(cubed))) {
                return d * cubed;
            }
        }
    }
}
