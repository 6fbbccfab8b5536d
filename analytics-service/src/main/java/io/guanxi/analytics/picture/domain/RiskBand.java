package io.guanxi.analytics.picture.domain;

/** How a risk is called: low below a third, high from two thirds on. */
public enum RiskBand {
    LOW("low", "low", "低"),
    MEDIUM("medium", "medium", "中"),
    HIGH("high", "high", "高");

    /** From here on it is medium. */
    public static final double MEDIUM_FROM = 1 / 3.0;

    /** From here on it is high. */
    public static final double HIGH_FROM = 2 / 3.0;

    private final String code;
    private final String english;
    private final String chinese;

    RiskBand(String code, String english, String chinese) {
        this.code = code;
        this.english = english;
        this.chinese = chinese;
    }

    public static RiskBand of(double probability) {
        if (probability >= HIGH_FROM) {
            return HIGH;
        }
        return probability >= MEDIUM_FROM ? MEDIUM : LOW;
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
}
