package io.guanxi.loyalty.measure.explain;

import io.guanxi.loyalty.measure.domain.Classification;
import io.guanxi.loyalty.measure.domain.Judgement;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Each sentence in each language, by its tag. */
public final class ExplainingLoyalty {

    private static final Map<String, Words> LANGUAGES = Map.of("en", new EnglishWords(), "zh-CN", new ChineseWords());

    private ExplainingLoyalty() {}

    /** Which class it is and by what. */
    public static Map<String, String> why(Classification classification) {
        return inEach(words -> words.why(classification));
    }

    /** What would make it another class. */
    public static Map<String, String> change(Classification classification, ZoneId zone) {
        return inEach(words -> words.change(classification, zone));
    }

    public static Map<String, String> why(Judgement judgement) {
        return inEach(words -> words.why(judgement));
    }

    public static Map<String, String> priceTolerance() {
        return inEach(Words::priceTolerance);
    }

    public static Map<String, String> complaintTolerance() {
        return inEach(Words::complaintTolerance);
    }

    private static Map<String, String> inEach(Function<Words, String> text) {
        var sentences = new TreeMap<String, String>();
        LANGUAGES.forEach((tag, words) -> sentences.put(tag, text.apply(words)));
        return sentences;
    }
}
