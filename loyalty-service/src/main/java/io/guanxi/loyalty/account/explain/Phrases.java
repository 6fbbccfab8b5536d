package io.guanxi.loyalty.account.explain;

import io.guanxi.loyalty.account.domain.EntryKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** What policies say and what kinds of lines are called in one language, by the names that are written into events. */
final class Phrases {

    private final Properties words = new Properties();

    private Phrases() {}

    /** @throws UncheckedIOException if the program comes without its words */
    static Phrases in(Locale locale) {
        var phrases = new Phrases();
        String file = "phrases." + locale.toLanguageTag() + ".properties";
        try (InputStream text = Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file)) {
            phrases.words.load(new InputStreamReader(text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return phrases;
    }

    /** A sentence; the policy's name itself if that is all that is left of it. */
    String policy(String policy) {
        return words.getProperty(policy, policy);
    }

    /** What points are that such lines moved, as the end of “500 …”. */
    String kind(EntryKind kind) {
        return words.getProperty("entry." + kind.code(), kind.code());
    }
}
