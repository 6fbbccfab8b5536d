package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.lifetime.domain.LifetimeModel;
import io.guanxi.analytics.lifetime.domain.SpendModel;
import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.Measures;
import io.guanxi.analytics.value.domain.Scores;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer at the end of a day, each number worked out when it is first asked for: a review asks for few of them, and there
 * is a review a week.
 */
final class Reading implements Seen {

    private static final double DAYS_IN_A_WEEK = 7;
    private static final double DAYS_IN_A_YEAR = 365.25;

    /** Above what is lost in computing and rounding, in units of the currency. */
    private static final double MARGIN = 0.001;

    private final @Nullable Bought bought;
    private final CustomerHistory history;
    private final LocalDate day;
    private final InForce inForce;
    private final @Nullable Conversion comparison;

    private @Nullable Grade grade;
    private @Nullable Lapse lapse;

    private @Nullable Rfm rfm;
    private @Nullable Scores scores;
    private @Nullable Double pAlive;
    private @Nullable Lifetime lifetime;
    private @Nullable Worth worth;
    private @Nullable Risk risk;

    /** @param bought null if nothing was bought until then */
    Reading(@Nullable Bought bought, CustomerHistory history, LocalDate day, InForce inForce) {
        this.bought = bought;
        this.history = history;
        this.day = day;
        this.inForce = inForce;
        this.comparison = inForce.comparison();
    }

    /** What was found of the customer at the end of the day, or last before it. */
    Reading standing(@Nullable Grade present, @Nullable Lapse lasting) {
        grade = present;
        lapse = lasting;
        return this;
    }

    LocalDate day() {
        return day;
    }

    InForce inForce() {
        return inForce;
    }

    @Nullable
    Bought bought() {
        return bought;
    }

    @Nullable
    Conversion comparison() {
        return comparison;
    }

    @Nullable
    Lapse lapse() {
        return lapse;
    }

    @Override
    public @Nullable Rfm rfm() {
        if (rfm == null && bought != null) {
            rfm = measured(bought);
        }
        return rfm;
    }

    private Rfm measured(Bought seen) {
        BigDecimal net = comparison == null ? null : comparison.net(seen.total());
        return new Rfm(
                seen.first(),
                seen.last(),
                seen.sinceLast(),
                seen.sinceFirst(),
                seen.orders(),
                seen.days(),
                seen.units(),
                net,
                net == null
                        ? null
                        : net.divide(BigDecimal.valueOf(seen.orders()), Amounts.DECIMALS, RoundingMode.HALF_EVEN),
                seen.days() == 1 ? null : seen.meanInterval(),
                seen.returnedShare());
    }

    @Override
    public @Nullable Scores scores() {
        Boundaries boundaries = inForce.boundaries();
        if (scores == null && bought != null && boundaries != null) {
            scores = new Measures(
                            ChronoUnit.DAYS.between(bought.last(), boundaries.measuredAt()),
                            bought.orders(),
                            net(bought, boundaries.currency()))
                    .scores(boundaries, inForce.boundariesVersion());
        }
        return scores;
    }

    private BigDecimal net(Bought seen, @Nullable String currency) {
        if (currency == null) {
            return Amounts.ZERO;
        }
        return comparison != null && comparison.currency().equals(currency)
                ? comparison.net(seen.total())
                : seen.total().net(currency);
    }

    @Override
    public @Nullable RfmGroup group() {
        Scores known = scores();
        return known == null ? null : RfmGroup.of(known);
    }

    @Override
    public @Nullable Double pAlive() {
        LifetimeModel model = inForce.lifetime();
        if (pAlive == null && bought != null && model != null) {
            pAlive = model.orders().pAlive(bought.observation());
        }
        return pAlive;
    }

    @Override
    public @Nullable Lifetime lifetime() {
        LifetimeModel model = inForce.lifetime();
        Double alive = pAlive();
        if (lifetime == null && bought != null && model != null && alive != null) {
            lifetime = expected(model, bought, alive);
        }
        return lifetime;
    }

    private Lifetime expected(LifetimeModel model, Bought seen, double alive) {
        double weeks = inForce.horizonDays() / DAYS_IN_A_WEEK;
        double orders = model.orders().expectedOrders(weeks, seen.observation());
        SpendModel spend = spend(model);
        if (spend == null) {
            return new Lifetime(model.version(), alive, inForce.horizonDays(), orders, null, null, null);
        }
        double each = spend.expectedSpend(seen.repeats());
        return new Lifetime(
                model.version(),
                alive,
                inForce.horizonDays(),
                orders,
                Money.of(each),
                Money.of(orders * each),
                Money.of(model.discountedOrders(weeks, seen.observation()) * each));
    }

    /** Null if it is not of the currency of comparison. */
    private @Nullable SpendModel spend(LifetimeModel model) {
        return comparison != null && comparison.currency().equals(model.currency()) ? model.spend() : null;
    }

    @Override
    public @Nullable BigDecimal currentValue() {
        if (comparison == null) {
            return null;
        }
        return bought == null ? Amounts.ZERO : comparison.net(bought.window());
    }

    @Override
    public @Nullable Worth worth() {
        BigDecimal value = currentValue();
        if (worth == null && value != null) {
            BigDecimal referred = referralValue();
            worth = new Worth(value, referrals(), referred, discountedValue().add(referred));
        }
        return worth;
    }

    private BigDecimal discountedValue() {
        Lifetime expected = lifetime();
        BigDecimal value = expected == null ? null : expected.discountedValue();
        return value == null ? Amounts.ZERO : value;
    }

    /**
     * Whether the potential is this much. The discount takes at most what it takes from the last day of the horizon on; mostly
     * that decides without the integral over all days.
     */
    boolean potentialReaches(BigDecimal threshold) {
        LifetimeModel model = inForce.lifetime();
        SpendModel spend = model == null ? null : spend(model);
        if (worth == null && bought != null && model != null && spend != null) {
            if (potentialAtMost() < threshold.doubleValue()) {
                return false;
            }
            double weeks = inForce.horizonDays() / DAYS_IN_A_WEEK;
            double most =
                    model.orders().expectedOrders(weeks, bought.observation()) * spend.expectedSpend(bought.repeats());
            double least = most / Math.pow(1 + model.annualDiscount(), inForce.horizonDays() / DAYS_IN_A_YEAR);
            double missing = threshold.subtract(referralValue()).doubleValue();
            if (most < missing - MARGIN) {
                return false;
            }
            if (least > missing + MARGIN) {
                return true;
            }
        }
        Worth exact = worth();
        return exact != null && exact.potential().compareTo(threshold) >= 0;
    }

    /** More than the potential will ever be if nothing more is heard of the customer. */
    double potentialAtMost() {
        LifetimeModel model = inForce.lifetime();
        SpendModel spend = model == null ? null : spend(model);
        Double alive = pAlive();
        double referred = referralValue().doubleValue();
        if (bought == null || model == null || spend == null || alive == null) {
            return referred;
        }
        // Of all models: who is there buys at a mean rate of (r + x) / (alpha + T), which falls while nothing is
        // bought, and so
        // does the probability of being there; leaving only takes from it.
        Map<String, Double> parameters = model.orders().parameters();
        double rate = (parameters.getOrDefault("r", 0.0) + bought.observation().x())
                / (parameters.getOrDefault("alpha", 1.0) + bought.observation().age());
        return referred
                + alive * rate * inForce.horizonDays() / DAYS_IN_A_WEEK * spend.expectedSpend(bought.repeats())
                + MARGIN;
    }

    BigDecimal referralValue() {
        PyramidRule rule = inForce.judging();
        return rule == null ? Amounts.ZERO : rule.referralWorth().multiply(BigDecimal.valueOf(referrals()));
    }

    @Override
    public @Nullable Grade grade() {
        return grade;
    }

    @Override
    public @Nullable Risk risk() {
        if (risk == null && bought != null) {
            risk = Risks.of(bought, pAlive(), inForce);
        }
        return risk;
    }

    @Override
    public boolean lapsed() {
        return lapse != null;
    }

    @Override
    public @Nullable Integer cluster() {
        if (bought == null || inForce.clusters() == null) {
            return null;
        }
        return inForce.clusters()
                .nearest(
                        bought.sinceLast(),
                        bought.orders(),
                        net(bought, inForce.clusters().currency()).doubleValue());
    }

    @Override
    public @Nullable String tier() {
        return history.tiers().asOf(day);
    }

    @Override
    public @Nullable String stage() {
        return history.stages().asOf(day);
    }

    @Override
    public long referrals() {
        return history.referrals(day.minusDays(inForce.windowDays()), day);
    }
}
