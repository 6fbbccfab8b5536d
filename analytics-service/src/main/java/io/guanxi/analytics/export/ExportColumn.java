package io.guanxi.analytics.export;

import io.guanxi.analytics.picture.domain.CustomerPicture;
import io.guanxi.analytics.picture.domain.Lifetime;
import io.guanxi.analytics.picture.domain.Rfm;
import io.guanxi.analytics.picture.domain.Risk;
import io.guanxi.analytics.picture.domain.Worth;
import io.guanxi.analytics.value.domain.Scores;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an exported customer, in their order. They are read by name elsewhere: a name and its type stay, new ones come
 * last.
 */
public enum ExportColumn {
    CUSTOMER_ID(Type.TEXT, "the customer, a UUID", CustomerRow::customerId),
    AS_OF(
            Type.DAY,
            "the day (UTC) at whose end everything is seen",
            row -> row.picture().day()),
    CURRENCY(
            Type.TEXT,
            "of all amounts; empty if nothing says which",
            row -> row.picture().currency()),
    FIRST_ORDER(Type.DAY, "day of the first order", rfm(Rfm::first)),
    LAST_ORDER(Type.DAY, "day of the last order", rfm(Rfm::last)),
    RECENCY_DAYS(Type.WHOLE, "days since the last order", rfm(Rfm::recency)),
    AGE_DAYS(Type.WHOLE, "days since the first order", rfm(Rfm::age)),
    ORDERS(Type.WHOLE, "orders that count", rfm(Rfm::frequency)),
    PURCHASE_DAYS(Type.WHOLE, "days with an order", rfm(rfm -> (long) rfm.purchaseDays())),
    UNITS(Type.WHOLE, "units sold and not returned", rfm(Rfm::units)),
    NET_REVENUE(Type.AMOUNT, "revenue less refunds", rfm(Rfm::netRevenue)),
    AVERAGE_ORDER(Type.AMOUNT, "net revenue by orders", rfm(Rfm::averageOrder)),
    MEAN_INTERVAL_DAYS(Type.NUMBER, "days between two purchases; empty after a single one", rfm(Rfm::meanInterval)),
    RETURNED_SHARE(Type.NUMBER, "share of the units that came back, 0 to 1", rfm(Rfm::returnedShare)),
    RECENCY_SCORE(Type.WHOLE, "1 to 5, 5 for the most recent fifth", scores(scores -> (long) scores.recency())),
    FREQUENCY_SCORE(Type.WHOLE, "1 to 5, 5 for the most frequent fifth", scores(scores -> (long) scores.frequency())),
    MONETARY_SCORE(Type.WHOLE, "1 to 5, 5 for the fifth of most revenue", scores(scores -> (long) scores.monetary())),
    BOUNDARIES_VERSION(
            Type.WHOLE, "of the boundaries behind the scores", scores(scores -> (long) scores.boundariesVersion())),
    RFM_GROUP(Type.TEXT, "name of the group of the scores", row -> {
        var group = row.picture().group();
        return group == null ? null : group.code();
    }),
    P_ALIVE(Type.NUMBER, "probability that the customer has not left, 0 to 1", lifetime(Lifetime::pAlive)),
    EXPECTED_ORDERS(Type.NUMBER, "days with a purchase in the horizon", lifetime(Lifetime::expectedOrders)),
    EXPECTED_SPEND(Type.AMOUNT, "net revenue of each of them", lifetime(Lifetime::expectedSpend)),
    EXPECTED_VALUE(Type.AMOUNT, "net revenue of all of them", lifetime(Lifetime::expectedValue)),
    DISCOUNTED_VALUE(Type.AMOUNT, "the same, as worth on the day", lifetime(Lifetime::discountedValue)),
    LIFETIME_VERSION(Type.WHOLE, "of the lifetime model", lifetime(lifetime -> (long) lifetime.modelVersion())),
    CURRENT_VALUE(
            Type.AMOUNT,
            "net revenue of the pyramid's window",
            row -> row.picture().currentValue()),
    POTENTIAL(Type.AMOUNT, "discounted value and the worth of referrals", worth(Worth::potential)),
    REFERRALS(Type.WHOLE, "referrals of the window", row -> row.picture().referrals()),
    GRADE(Type.TEXT, "platinum, gold, iron or lead; empty until judged by a rule", row -> {
        var grade = row.picture().grade();
        return grade == null ? null : grade.code();
    }),
    RISK(Type.NUMBER, "probability that the customer is lost, 0 to 1", risk(Risk::probability)),
    RISK_BAND(Type.TEXT, "low, medium or high", risk(risk -> risk.band().code())),
    RISK_BASIS(Type.TEXT, "risk-model, lifetime-model or silence", risk(Risk::basis)),
    RISK_VERSION(Type.WHOLE, "of the model behind the risk; 0 of silence", risk(risk -> (long) risk.modelVersion())),
    CLUSTER(Type.WHOLE, "number of the cluster; empty without clusters", row -> {
        Integer cluster = row.picture().cluster();
        return cluster == null ? null : (Object) cluster.longValue();
    }),
    LAPSED_SINCE(Type.DAY, "day on which the present lapse began; empty if there is none", row -> {
        var lapse = row.picture().lapse();
        return lapse == null ? null : lapse.began();
    }),
    SEGMENTS(
            Type.TEXT,
            "names of the segments that the customer is in, with commas between them",
            row -> String.join(",", row.picture().segments())),
    TIER(Type.TEXT, "of the loyalty programme", row -> row.picture().tier()),
    STAGE(Type.TEXT, "of the life cycle", row -> row.picture().stage());

    private final Type type;
    private final String meaning;
    private final Function<CustomerRow, @Nullable Object> value;

    ExportColumn(Type type, String meaning, Function<CustomerRow, @Nullable Object> value) {
        this.type = type;
        this.meaning = meaning;
        this.value = value;
    }

    /** What a column holds, and how the file calls it. */
    public enum Type {
        TEXT("VARCHAR"),
        DAY("DATE"),
        WHOLE("BIGINT"),
        AMOUNT("DECIMAL(19,4)"),
        NUMBER("DOUBLE");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }

    /** A customer on the day. */
    record CustomerRow(String customerId, CustomerPicture picture) {}

    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Type type() {
        return type;
    }

    public String meaning() {
        return meaning;
    }

    @Nullable
    Object of(CustomerRow row) {
        return value.apply(row);
    }

    private static Function<CustomerRow, @Nullable Object> rfm(Function<Rfm, @Nullable Object> part) {
        return row -> {
            Rfm rfm = row.picture().rfm();
            return rfm == null ? null : part.apply(rfm);
        };
    }

    private static Function<CustomerRow, @Nullable Object> scores(Function<Scores, @Nullable Object> part) {
        return row -> {
            Scores scores = row.picture().scores();
            return scores == null ? null : part.apply(scores);
        };
    }

    private static Function<CustomerRow, @Nullable Object> lifetime(Function<Lifetime, @Nullable Object> part) {
        return row -> {
            Lifetime lifetime = row.picture().lifetime();
            return lifetime == null ? null : part.apply(lifetime);
        };
    }

    private static Function<CustomerRow, @Nullable Object> worth(Function<Worth, @Nullable Object> part) {
        return row -> {
            Worth worth = row.picture().worth();
            return worth == null ? null : part.apply(worth);
        };
    }

    private static Function<CustomerRow, @Nullable Object> risk(Function<Risk, @Nullable Object> part) {
        return row -> {
            Risk risk = row.picture().risk();
            return risk == null ? null : part.apply(risk);
        };
    }
}
