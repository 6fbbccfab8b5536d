package io.guanxi.ticket.desk.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the words of the desk are written for others: in lower case with hyphens. */
public final class Vocabulary {

    private Vocabulary() {}

    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return empty if there is no such word */
    public static <E extends Enum<E>> Optional<E> meaning(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> word(value).equals(word))
                .findFirst();
    }

    /** All words of a kind, for people. */
    public static <E extends Enum<E>> String words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Vocabulary::word).collect(Collectors.joining(", "));
    }
}
