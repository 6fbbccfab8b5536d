package io.guanxi.customer.file.view.customersearch;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The beginnings by which a name is found: at each of its words, and at each character of a script that writes without
 * spaces. Case and accents make no difference.
 */
final class NameTerms {

    /** A name of more words is found by its first ones. */
    static final int MOST_TERMS = 24;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private NameTerms() {}

    /** The name, or the beginning of one, in the form in which both are compared. */
    static String folded(String name) {
        var decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
        var bare = MARKS.matcher(decomposed).replaceAll("");
        var lower = bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return SEPARATORS
                .matcher(Normalizer.normalize(lower, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** The folded name from each place where a search may begin, in the order of the name. */
    static List<String> of(String name) {
        var folded = folded(name);
        Set<String> terms = new LinkedHashSet<>();
        var afterSpace = true;
        for (var at = 0; at < folded.length() && terms.size() < MOST_TERMS; ) {
            var character = folded.codePointAt(at);
            if (character != ' ' && (afterSpace || isWrittenWithoutSpaces(character))) {
                terms.add(folded.substring(at));
            }
            afterSpace = character == ' ';
            at += Character.charCount(character);
        }
        return List.copyOf(terms);
    }

    private static boolean isWrittenWithoutSpaces(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
