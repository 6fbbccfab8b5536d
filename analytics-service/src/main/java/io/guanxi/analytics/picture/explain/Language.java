package io.guanxi.analytics.picture.explain;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The languages that customers are explained in. */
enum Language {
    ENGLISH("en"),
    CHINESE("zh-CN");

    private final String tag;
    private final Phrases phrases;

    Language(String tag) {
        this.tag = tag;
        this.phrases = Phrases.in(tag);
    }

    String tag() {
        return tag;
    }

    boolean isChinese() {
        return this == CHINESE;
    }

    /** A phrase with its gaps filled, each given by name and content in turn. */
    String say(String phrase, Object... gaps) {
        return phrases.say(phrase, gaps);
    }

    /** What is between two sentences. */
    String space() {
        return isChinese() ? "" : " ";
    }

    static Map<String, String> inEach(Function<Language, String> text) {
        return Arrays.stream(values()).collect(Collectors.toMap(Language::tag, text));
    }

    static Map<String, String> names(String english, String chinese) {
        return Map.of(ENGLISH.tag, english, CHINESE.tag, chinese);
    }
}
