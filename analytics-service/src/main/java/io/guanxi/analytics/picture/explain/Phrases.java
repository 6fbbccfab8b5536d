package io.guanxi.analytics.picture.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of one language, with gaps in braces. */
final class Phrases {

    private static final Pattern GAP = Pattern.compile("\\{([a-z-]+)}");

    private final Properties sentences = new Properties();

    private Phrases() {}

    /** @throws UncheckedIOException if the program comes without its words */
    static Phrases in(String language) {
        var phrases = new Phrases();
        String file = "phrases." + language + ".properties";
        try (InputStream text = Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file)) {
            phrases.sentences.load(new InputStreamReader(text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return phrases;
    }

    Set<String> names() {
        return sentences.stringPropertyNames();
    }

    /** @throws IllegalArgumentException if there is no such phrase, or nothing to fill one of its gaps */
    String say(String phrase, Object... gaps) {
        String sentence = sentences.getProperty(phrase);
        if (sentence == null) {
            throw new IllegalArgumentException("there is no phrase " + phrase);
        }
        Map<String, String> contents = new HashMap<>();
        for (int i = 0; i < gaps.length; i += 2) {
            contents.put(gaps[i].toString(), gaps[i + 1].toString());
        }
        return GAP.matcher(sentence).replaceAll(gap -> {
            String content = contents.get(gap.group(1));
            if (content == null) {
                throw new IllegalArgumentException("phrase " + phrase + " needs " + gap.group(1));
            }
            return Matcher.quoteReplacement(content);
        });
    }
}
