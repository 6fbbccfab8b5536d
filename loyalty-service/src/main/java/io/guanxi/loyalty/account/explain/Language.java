package io.guanxi.loyalty.account.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The languages that entries are explained in. */
public enum Language {
    ENGLISH(Locale.ENGLISH, new EnglishWording()),
    CHINESE(Locale.SIMPLIFIED_CHINESE, new ChineseWording());

    private final Locale locale;
    private final Wording wording;

    Language(Locale locale, Wording wording) {
        this.locale = locale;
        this.wording = wording;
    }

    /** The IETF tag: {@code en} or {@code zh-CN}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /**
     * What suits a reader best; English if nothing does.
     *
     * @param wanted the reader's languages, the best first; any Chinese is taken for {@code zh-CN}
     */
    public static Language best(List<Locale> wanted) {
        return wanted.stream()
                .flatMap(reader -> Arrays.stream(values())
                        .filter(ours -> ours.locale.getLanguage().equals(reader.getLanguage())))
                .findFirst()
                .orElse(ENGLISH);
    }

    static Map<String, String> inEach(Function<Wording, String> text) {
        return Arrays.stream(values())
                .collect(Collectors.toMap(Language::tag, language -> text.apply(language.wording)));
    }
}
