package io.guanxi.analytics.segment.domain;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What conditions can ask about a customer. A code and its meaning never change, since definitions that were recorded name
 * them.
 */
public enum Measure {
    RECENCY("recency", Kind.NUMBER, "days since the last order", "距最近订单天数"),
    AGE("age", Kind.NUMBER, "days since the first order", "距首次订单天数"),
    FREQUENCY("frequency", Kind.NUMBER, "orders", "订单数"),
    PURCHASE_DAYS("purchase-days", Kind.NUMBER, "days with an order", "有订单的天数"),
    UNITS("units", Kind.NUMBER, "units kept", "净购买件数"),
    NET_REVENUE("net-revenue", Kind.NUMBER, "net revenue", "净消费额"),
    AVERAGE_ORDER("average-order", Kind.NUMBER, "net revenue per order", "平均每单净消费额"),
    MEAN_INTERVAL("mean-interval", Kind.NUMBER, "days between purchases", "平均购买间隔天数"),
    RETURNED_SHARE("returned-share", Kind.NUMBER, "share of units returned", "退货件数占比"),
    RECENCY_SCORE("recency-score", Kind.NUMBER, "score of recency", "R 得分"),
    FREQUENCY_SCORE("frequency-score", Kind.NUMBER, "score of frequency", "F 得分"),
    MONETARY_SCORE("monetary-score", Kind.NUMBER, "score of net revenue", "M 得分"),
    CURRENT_VALUE("current-value", Kind.NUMBER, "current value", "当前价值"),
    POTENTIAL("potential", Kind.NUMBER, "potential", "潜在价值"),
    P_ALIVE("p-alive", Kind.NUMBER, "probability of still being a customer", "仍活跃的概率"),
    EXPECTED_ORDERS("expected-orders", Kind.NUMBER, "purchases expected", "预期购买次数"),
    EXPECTED_VALUE("expected-value", Kind.NUMBER, "revenue expected", "预期消费额"),
    RISK("risk", Kind.NUMBER, "risk of buying nothing", "流失风险"),
    REFERRALS("referrals", Kind.NUMBER, "customers referred", "推荐客户数"),
    GROUP("group", Kind.WORD, "RFM group", "RFM 客户类型"),
    GRADE("grade", Kind.WORD, "grade", "客户等级"),
    RISK_BAND("risk-band", Kind.WORD, "band of risk", "风险级别"),
    LAPSED("lapsed", Kind.WORD, "lapsed", "是否沉睡"),
    CLUSTER("cluster", Kind.WORD, "cluster", "聚类"),
    TIER("tier", Kind.WORD, "loyalty tier", "会员等级"),
    STAGE("stage", Kind.WORD, "life-cycle stage", "生命周期阶段"),
    COHORT_MONTH("cohort-month", Kind.WORD, "month of the first order", "首次订单月份");

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

    Measure(String code, Kind kind, String english, String chinese) {
        this.code = code;
        this.kind = kind;
        this.english = english;
        this.chinese = chinese;
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
}
