package io.guanxi.analytics.churn.domain;

import java.util.function.ToDoubleFunction;

/**
 * What a risk is computed from. A name and what it stands for never change, since models that were recorded name them; a new
 * idea is a new name.
 */
public enum RiskFeature {
    DAYS_SINCE_LAST("days-since-last", "days since the last purchase", "距上次购买天数", Behaviour::daysSinceLast, true),
    DAYS_SINCE_FIRST("days-since-first", "days since the first purchase", "距首次购买天数", Behaviour::daysSinceFirst, true),
    PURCHASES("purchases", "days with a purchase", "购买次数", Behaviour::purchases, true),
    RECENT_PURCHASES("purchases-of-90-days", "of them in 90 days", "近90天购买次数", Behaviour::recentPurchases, true),
    MEAN_SPEND("mean-spend", "net amount of a purchase", "平均每次净消费额", Behaviour::meanSpend, true),
    /** How many of the customer's own intervals the silence is long; a week is the least interval. */
    SILENCE(
            "silence-in-own-intervals",
            "silence in intervals of the customer's own",
            "沉默期相当于自身购买间隔的倍数",
            of -> of.daysSinceLast() / Math.max(Behaviour.LEAST_INTERVAL, of.meanInterval()),
            true),
    RETURNED_SHARE("returned-share", "share of units returned", "退货件数占比", Behaviour::returnedShare, false);

    private final String code;
    private final String english;
    private final String chinese;
    private final ToDoubleFunction<Behaviour> natural;
    private final boolean logarithmic;

    RiskFeature(String code, String english, String chinese, ToDoubleFunction<Behaviour> natural, boolean logarithmic) {
        this.code = code;
        this.english = english;
        this.chinese = chinese;
        this.natural = natural;
        this.logarithmic = logarithmic;
    }

    public String code() {
        return code;
    }

    public String english() {
        return english;
    }

    public String chinese() {
        return chinese;
    }

    /** In the unit that a person would say it in. */
    public double natural(Behaviour behaviour) {
        return natural.applyAsDouble(behaviour);
    }

    /** As it enters the model: the logarithm of one more, where twice as much matters as much at any size. */
    double entered(Behaviour behaviour) {
        return logarithmic ? Math.log1p(natural(behaviour)) : natural(behaviour);
    }

    /** The natural value that is entered as this. */
    double back(double entered) {
        return logarithmic ? Math.expm1(entered) : entered;
    }

    /** @throws IllegalArgumentException if there is no such feature */
    public static RiskFeature named(String code) {
        for (RiskFeature feature : values()) {
            if (feature.code.equals(code)) {
                return feature;
            }
        }
        throw new IllegalArgumentException("feature: " + code + " (expected: one of the risk features)");
    }
}
