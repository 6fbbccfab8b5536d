package io.guanxi.analytics.segment.domain;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What conditions can ask about a customer. A code and its meaning never change, since definitions that were recorded name
 * them.
 */
public enum Measure {
    RECENCY("recency", "days since the last order", "距最近订单天数"),
    AGE("age", "days since the first order", "距首次订单天数"),
    FREQUENCY("frequency", "orders", "订单数"),
    PURCHASE_DAYS("purchase-days", "days with an order", "有订单的天数"),
    UNITS("units", "units kept", "净购买件数"),
    NET_REVENUE("net-revenue", "net revenue", "净消费额"),
    AVERAGE_ORDER("average-order", "net revenue per order", "平均每单净消费额"),
    MEAN_INTERVAL("mean-interval", "days between purchases", "平均购买间隔天数"),
    RETURNED_SHARE("returned-share", "share of units returned", "退货件数占比"),
    RECENCY_SCORE("recency-score", "score of recency", "R 得分"),
    FREQUENCY_SCORE("frequency-score", "score of frequency", "F 得分"),
    MONETARY_SCORE("monetary-score", "score of net revenue", "M 得分"),
    CURRENT_VALUE("current-value", "current value", "当前价值"),
    POTENTIAL("potential", "potential", "潜在价值"),
    P_ALIVE("p-alive", "probability of still being a customer", "仍活跃的概率"),
    EXPECTED_ORDERS("expected-orders", "purchases expected", "预期购买次数"),
    EXPECTED_VALUE("expected-value", "revenue expected", "预期消费额"),
    RISK("risk", "risk of buying nothing", "流失风险"),
    REFERRALS("referrals", "customers referred", "推荐客户数"),
    GROUP(
            "group",
            "RFM group",
            "RFM 客户类型",
            "champions|potential-champions|at-risk|win-back|loyal|promising|fading|lost"),
    GRADE("grade", "grade", "客户等级", "platinum|gold|iron|lead"),
    RISK_BAND("risk-band", "band of risk", "风险级别", "low|medium|high"),
    LAPSED("lapsed", "lapsed", "是否沉睡", "yes|no"),
    CLUSTER("cluster", "cluster", "聚类", "[1-9][0-9]{0,2}"),
    TIER("tier", "loyalty tier", "会员等级", ".+"),
    STAGE("stage", "life-cycle stage", "生命周期阶段", ".+"),
    COHORT_MONTH("cohort-month", "month of the first order", "首次订单月份", "[0-9]{4}-(0[1-9]|1[0-2])");

    /** What its values are. */
    public enum Kind {
        /** A decimal, which is compared. */
        NUMBER,
        /** One of some words, which is looked up. */
        WORD
    }

    private static final Map<String, Measure> BY_CODE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Measure::code, Function.identity()));

    private final String code;
    private final Kind kind;
    private final String english;
    private final String chinese;
    private final Pattern words;

    /** Of numbers. */
    Measure(String code, String english, String chinese) {
        this(code, Kind.NUMBER, english, chinese, "");
    }

    /** Of words, which a pattern says. */
    Measure(String code, String english, String chinese, String words) {
        this(code, Kind.WORD, english, chinese, words);
    }

    Measure(String code, Kind kind, String english, String chinese, String words) {
        this.code = code;
        this.kind = kind;
        this.english = english;
        this.chinese = chinese;
        this.words = Pattern.compile(words);
    }

    public static Optional<Measure> named(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    public String english() {
        return english;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether a customer can have this word. */
    public boolean knows(String word) {
        return words.matcher(word).matches();
    }

    /** The words that there are, as a regular expression. */
    public String words() {
        return words.pattern();
    }
}
