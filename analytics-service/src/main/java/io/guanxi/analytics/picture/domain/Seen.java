package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.segment.domain.Measure;
import io.guanxi.analytics.segment.domain.MeasuredCustomer;
import io.guanxi.analytics.value.domain.Scores;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What is seen of a customer, whether it is worked out already or when it is asked for; and how conditions see it. */
interface Seen extends MeasuredCustomer {

    @Nullable
    Rfm rfm();

    @Nullable
    Scores scores();

    @Nullable
    RfmGroup group();

    @Nullable
    Double pAlive();

    @Nullable
    Lifetime lifetime();

    @Nullable
    BigDecimal currentValue();

    @Nullable
    Worth worth();

    @Nullable
    Grade grade();

    @Nullable
    Risk risk();

    boolean lapsed();

    @Nullable
    Integer cluster();

    @Nullable
    String tier();

    @Nullable
    String stage();

    long referrals();

    @Override
    default @Nullable BigDecimal number(Measure measure) {
        Rfm rfm = rfm();
        return rfm == null
                ? null
                : switch (measure) {
                    case RECENCY -> BigDecimal.valueOf(rfm.recency());
                    case AGE -> BigDecimal.valueOf(rfm.age());
                    case FREQUENCY -> BigDecimal.valueOf(rfm.frequency());
                    case PURCHASE_DAYS -> BigDecimal.valueOf(rfm.purchaseDays());
                    case UNITS -> BigDecimal.valueOf(rfm.units());
                    case NET_REVENUE -> rfm.netRevenue();
                    case AVERAGE_ORDER -> rfm.averageOrder();
                    case MEAN_INTERVAL -> decimal(rfm.meanInterval());
                    case RETURNED_SHARE -> decimal(rfm.returnedShare());
                    case RECENCY_SCORE -> scored(Scores::recency);
                    case FREQUENCY_SCORE -> scored(Scores::frequency);
                    case MONETARY_SCORE -> scored(Scores::monetary);
                    case CURRENT_VALUE -> currentValue();
                    case POTENTIAL -> potential();
                    case P_ALIVE -> decimal(pAlive());
                    case EXPECTED_ORDERS -> expectedOrders();
                    case EXPECTED_VALUE -> expectedValue();
                    case RISK -> risked();
                    case REFERRALS -> BigDecimal.valueOf(referrals());
                    case GROUP, GRADE, RISK_BAND, LAPSED, CLUSTER, TIER, STAGE, COHORT_MONTH ->
                        throw new IllegalArgumentException(measure.code() + " is no number");
                };
    }

    @Override
    default @Nullable String word(Measure measure) {
        Rfm rfm = rfm();
        return switch (measure) {
            case GROUP -> group() == null ? null : group().code();
            case GRADE -> grade() == null ? null : grade().code();
            case RISK_BAND -> risk() == null ? null : risk().band().code();
            case LAPSED -> lapsed() ? "yes" : "no";
            case CLUSTER -> cluster() == null ? null : cluster().toString();
            case TIER -> tier();
            case STAGE -> stage();
            case COHORT_MONTH ->
                rfm == null ? null : YearMonth.from(rfm.first()).toString();
            case RECENCY,
                    AGE,
                    FREQUENCY,
                    PURCHASE_DAYS,
                    UNITS,
                    NET_REVENUE,
                    AVERAGE_ORDER,
                    MEAN_INTERVAL,
                    RETURNED_SHARE,
                    RECENCY_SCORE,
                    FREQUENCY_SCORE,
                    MONETARY_SCORE,
                    CURRENT_VALUE,
                    POTENTIAL,
                    P_ALIVE,
                    EXPECTED_ORDERS,
                    EXPECTED_VALUE,
                    RISK,
                    REFERRALS -> throw new IllegalArgumentException(measure.code() + " is no word");
        };
    }

    private @Nullable BigDecimal scored(ToIntFunction<Scores> measure) {
        Scores scores = scores();
        return scores == null ? null : BigDecimal.valueOf(measure.applyAsInt(scores));
    }

    private @Nullable BigDecimal expectedOrders() {
        Lifetime lifetime = lifetime();
        return lifetime == null ? null : decimal(lifetime.expectedOrders());
    }

    private @Nullable BigDecimal expectedValue() {
        Lifetime lifetime = lifetime();
        return lifetime == null ? null : lifetime.expectedValue();
    }

    private @Nullable BigDecimal potential() {
        Worth worth = worth();
        return worth == null ? null : worth.potential();
    }

    private @Nullable BigDecimal risked() {
        Risk risk = risk();
        return risk == null ? null : decimal(risk.probability());
    }

    private static @Nullable BigDecimal decimal(@Nullable Double value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }
}
