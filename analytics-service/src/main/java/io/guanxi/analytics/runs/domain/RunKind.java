package io.guanxi.analytics.runs.domain;

import io.guanxi.analytics.runs.domain.Parameter.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be run over all customers of a tenant. */
public enum RunKind {
    /** Fits how often customers buy and what they spend, puts it into force, and measures the pyramid's thresholds. */
    LIFETIME_FIT(
            "lifetime-fit",
            oneOf("family", "bg-nbd", "mbg-nbd", "pareto-nbd"),
            asOf("calibrationEnd"),
            absent("holdOutEnd", new Form.Day()),
            absent("currency", new Form.Currency()),
            whole("leastRepeatBuyers", 50, 10, 1_000_000),
            decimal("annualDiscount", "0.1", "0", "1"),
            decimal("valueTopShare", "0.2", "0.0001", "0.9999"),
            decimal("potentialTopShare", "0.2", "0.0001", "0.9999"),
            whole("windowDays", 365, 30, 3650),
            whole("horizonDays", 365, 30, 3650)),
    /** Learns who will not buy for some time, calibrated on a later month, and puts it into force. */
    RISK_FIT("risk-fit", horizon(), months(), leastOfEach()),
    /** Tries for each month that is over how well a risk model of that time would have told what came. */
    BACK_TEST("back-test", horizon(), months(), leastOfEach()),
    /** Finds groups of customers who buy alike, and puts them into force. */
    CLUSTERS("clusters", whole("seed", 1, 0, Integer.MAX_VALUE), whole("least", 2, 2, 12), whole("most", 8, 2, 12)),
    /** Finds what is bought together. */
    BASKETS(
            "baskets",
            absent("from", new Form.Day()),
            whole("leastBaskets", 10, 2, 1_000_000_000),
            decimal("leastSupport", "0.001", "0.000001", "1"),
            decimal("leastConfidence", "0.1", "0", "1"),
            whole("most", 200, 1, 1000)),
    /** Follows the customers who first bought in the same month or week. */
    COHORTS(
            "cohorts",
            oneOf("by", "month", "week"),
            absent("from", new Form.Day()),
            whole("periods", 24, 1, 600),
            whole("repurchaseDays", 90, 1, 3650)),
    /** Measures score boundaries without buckets and compares them with those in force. */
    EXACT_BOUNDARIES("exact-boundaries"),
    /** Writes what is known of each customer into a Parquet file. */
    EXPORT("export");

    private final String word;
    private final List<Parameter> parameters;

    RunKind(String word, Parameter... parameters) {
        this.word = word;
        this.parameters = List.of(parameters);
    }

    /** As it is asked for and recorded. */
    public String word() {
        return word;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    public static Optional<RunKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    private static Parameter horizon() {
        return whole("horizonDays", 90, 1, 730);
    }

    private static Parameter months() {
        return whole("months", 24, 3, 120);
    }

    private static Parameter leastOfEach() {
        return whole("leastOfEach", 50, 10, 1_000_000);
    }

    /** The first word is the standard. */
    private static Parameter oneOf(String name, String... words) {
        return new Parameter(name, new Form.OneOf(List.of(words)), words[0]);
    }

    private static Parameter asOf(String name) {
        return new Parameter(name, new Form.Day(), Parameter.AS_OF);
    }

    private static Parameter absent(String name, Form form) {
        return new Parameter(name, form, null);
    }

    private static Parameter whole(String name, long standard, long least, long most) {
        return new Parameter(name, new Form.Whole(least, most), Long.toString(standard));
    }

    private static Parameter decimal(String name, String standard, String least, String most) {
        return new Parameter(name, new Form.Decimal(least, most), standard);
    }
}
