package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.value.domain.Scores;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The eight groups by which Chinese books and programmes of customer management name what recency, frequency and monetary
 * value (Hughes, "Strategic Database Marketing", 1994) say together: each of the three is high or low, that is above the mean
 * or not. The mean of quintile scores is 3, so a score of 4 or 5 is high.
 *
 * <table>
 * <caption>Groups</caption>
 * <tr><th>R</th><th>F</th><th>M</th><th>group</th></tr>
 * <tr><td>high</td><td>high</td><td>high</td><td>重要价值客户, champions</td></tr>
 * <tr><td>high</td><td>low</td><td>high</td><td>重要发展客户, potential champions</td></tr>
 * <tr><td>low</td><td>high</td><td>high</td><td>重要保持客户, at risk</td></tr>
 * <tr><td>low</td><td>low</td><td>high</td><td>重要挽留客户, worth winning back</td></tr>
 * <tr><td>high</td><td>high</td><td>low</td><td>一般价值客户, loyal with small orders</td></tr>
 * <tr><td>high</td><td>low</td><td>low</td><td>一般发展客户, promising</td></tr>
 * <tr><td>low</td><td>high</td><td>low</td><td>一般保持客户, fading</td></tr>
 * <tr><td>low</td><td>low</td><td>low</td><td>一般挽留客户, lost</td></tr>
 * </table>
 */
public enum RfmGroup {
    CHAMPIONS("champions", "Champions", "重要价值客户", true, true, true),
    POTENTIAL_CHAMPIONS("potential-champions", "Potential champions", "重要发展客户", true, false, true),
    AT_RISK("at-risk", "At risk", "重要保持客户", false, true, true),
    WIN_BACK("win-back", "Worth winning back", "重要挽留客户", false, false, true),
    LOYAL("loyal", "Loyal with small orders", "一般价值客户", true, true, false),
    PROMISING("promising", "Promising", "一般发展客户", true, false, false),
    FADING("fading", "Fading", "一般保持客户", false, true, false),
    LOST("lost", "Lost", "一般挽留客户", false, false, false);

    /** From this score on a measure is high. */
    public static final int HIGH_FROM = 4;

    private final String code;
    private final String english;
    private final String chinese;
    private final boolean recent;
    private final boolean frequent;
    private final boolean spending;

    RfmGroup(String code, String english, String chinese, boolean recent, boolean frequent, boolean spending) {
        this.code = code;
        this.english = english;
        this.chinese = chinese;
        this.recent = recent;
        this.frequent = frequent;
        this.spending = spending;
    }

    public static RfmGroup of(Scores scores) {
        boolean recent = scores.recency() >= HIGH_FROM;
        boolean frequent = scores.frequency() >= HIGH_FROM;
        boolean spending = scores.monetary() >= HIGH_FROM;
        return Stream.of(values())
                .filter(group -> group.recent == recent && group.frequent == frequent && group.spending == spending)
                .findFirst()
                .orElseThrow();
    }

    public static Optional<RfmGroup> named(String code) {
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
}
