package io.guanxi.loyalty.account.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** What the policies say in one language, by the names under which they are written into events. */
final class PolicyWording {

    private final Properties sentences = new Properties();

    private PolicyWording() {}

    /** @throws UncheckedIOException if the program comes without its words */
    static PolicyWording in(Locale locale) {
        var wording = new PolicyWording();
        String file = "policies." + locale.toLanguageTag() + ".properties";
        try (InputStream text = Objects.requireNonNull(PolicyWording.class.getResourceAsStream(file), file)) {
            wording.sentences.load(new InputStreamReader(text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return wording;
    }

    /** The name itself if that is all that is left of a policy. */
    String of(String policy) {
        return sentences.getProperty(policy, policy);
    }
}
