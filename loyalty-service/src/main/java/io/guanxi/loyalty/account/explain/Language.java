package io.guanxi.loyalty.account.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The languages that entries are explained in. */
public enum Language {
    ENGLISH(Locale.ENGLISH, new EnglishEntries(), new EnglishStanding()),
    CHINESE(Locale.SIMPLIFIED_CHINESE, new ChineseEntries(), new ChineseStanding());

    private final Locale locale;
    private final Wording wording;

    Language(Locale locale, EntryWording entries, StandingWording standing) {
        this.locale = locale;
        this.wording = new Wording(Phrases.in(locale), entries, standing);
    }

    /** The IETF tag: {@code en} or {@code zh-CN}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /**
     * What suits a reader best; English if nothing does.
     *
     * @param wanted the reader's languages with their weights, as in {@code Accept-Language}; any Chinese is taken for
     *     {@code zh-CN}; null or not readable if the reader does not say
     */
    public static Language best(@Nullable String wanted) {
        return ranges(wanted).stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> Arrays.stream(values()).filter(language -> language.is(range)))
                .findFirst()
                .orElse(ENGLISH);
    }

    private boolean is(LanguageRange range) {
        return Locale.forLanguageTag(range.getRange()).getLanguage().equals(locale.getLanguage());
    }

    private static List<LanguageRange> ranges(@Nullable String wanted) {
        try {
            return wanted == null ? List.of() : LanguageRange.parse(wanted);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    static Map<String, String> inEach(Function<Wording, String> text) {
        return Arrays.stream(values())
                .collect(Collectors.toMap(Language::tag, language -> text.apply(language.wording)));
    }
}
