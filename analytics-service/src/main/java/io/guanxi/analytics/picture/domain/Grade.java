package io.guanxi.analytics.picture.domain;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The levels of the customer pyramid of Zeithaml, Rust and Lemon, "The Customer Pyramid: Creating and Serving Profitable
 * Customers", California Management Review 43 (2001), here as the four fields of current value by potential.
 */
public enum Grade {
    PLATINUM("platinum", "Platinum", "铂金客户", true, true),
    GOLD("gold", "Gold", "黄金客户", true, false),
    IRON("iron", "Iron", "铁质客户", false, true),
    LEAD("lead", "Lead", "铅质客户", false, false);

    private final String code;
    private final String english;
    private final String chinese;
    private final boolean highValue;
    private final boolean highPotential;

    Grade(String code, String english, String chinese, boolean highValue, boolean highPotential) {
        this.code = code;
        this.english = english;
        this.chinese = chinese;
        this.highValue = highValue;
        this.highPotential = highPotential;
    }

    public static Grade of(boolean highValue, boolean highPotential) {
        if (highValue) {
            return highPotential ? PLATINUM : GOLD;
        }
        return highPotential ? IRON : LEAD;
    }

    public static Optional<Grade> named(String code) {
        return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
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

    public boolean highValue() {
        return highValue;
    }

    public boolean highPotential() {
        return highPotential;
    }
}
