package io.guanxi.loyalty.programme.web;

import java.time.MonthDay;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the words of the rules are written for others: in lower case with hyphens. */
final class Words {

    private static final String NO_YEAR = "--";

    private Words() {}

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return empty if there is no such word */
    static <E extends Enum<E>> Optional<E> meaning(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> word(value).equals(word))
                .findFirst();
    }

    /** All words of a kind, for people. */
    static <E extends Enum<E>> String words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::word).collect(Collectors.joining(", "));
    }

    /** {@code 12-31}. */
    static String day(MonthDay day) {
        return day.toString().substring(NO_YEAR.length());
    }

    static MonthDay day(String text) {
        return MonthDay.parse(NO_YEAR + text);
    }
}
