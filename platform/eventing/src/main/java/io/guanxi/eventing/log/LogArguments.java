package io.guanxi.eventing.log;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@link LogCommand} is asked for. */
record LogArguments(
        Verb verb,
        String service,
        @Nullable Path file,
        long after,
        @Nullable Long to,
        boolean setAside,
        boolean withoutBroker,
        @Nullable Instant since,
        @Nullable String catalogue) {

    enum Verb {
        AUDIT(Set.of("--after", "--catalogue"), Set.of()),
        EXPORT(Set.of("--to"), Set.of()),
        IMPORT(Set.of("--to", "--since"), Set.of("--set-aside", "--without-broker"));

        private final Set<String> options;
        private final Set<String> flags;

        Verb(Set<String> options, Set<String> flags) {
            this.options = options;
            this.flags = flags;
        }

        private int words() {
            return this == AUDIT ? 1 : 2;
        }
    }

    /** @throws IllegalArgumentException that says what is expected */
    static LogArguments parse(List<String> arguments) {
        Verb verb = verb(arguments.isEmpty() ? "" : arguments.getFirst());
        List<String> words = new ArrayList<>();
        Map<String, String> given = new HashMap<>();
        for (int i = 1; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (verb.flags.contains(argument)) {
                given.put(argument, "");
            } else if (verb.options.contains(argument) && i + 1 < arguments.size()) {
                given.put(argument, arguments.get(++i));
            } else if (argument.startsWith("--")) {
                throw new IllegalArgumentException(argument + " is no option of this verb, or lacks its value");
            } else {
                words.add(argument);
            }
        }
        if (words.size() != verb.words()) {
            throw new IllegalArgumentException(verb.name().toLowerCase(Locale.ROOT) + " has " + words.size()
                    + " arguments (expected: " + verb.words() + ")");
        }
        return new LogArguments(
                verb,
                words.getFirst(),
                verb.words() == 2 ? Path.of(words.get(1)) : null,
                given.containsKey("--after") ? position(given, "--after") : -1,
                given.containsKey("--to") ? position(given, "--to") : null,
                given.containsKey("--set-aside"),
                given.containsKey("--without-broker"),
                given.containsKey("--since") ? instant(given.get("--since")) : null,
                given.get("--catalogue"));
    }

    private static Verb verb(String word) {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("verb: " + word + " (expected: audit, export or import)"));
    }

    private static Long position(Map<String, String> given, String option) {
        try {
            return Long.valueOf(String.valueOf(given.get(option)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " " + given.get(option) + " (expected: a position)", e);
        }
    }

    private static Instant instant(@Nullable String text) {
        try {
            return Instant.parse(String.valueOf(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("--since " + text + " (expected: such as 2026-03-01T00:00:00Z)", e);
        }
    }

    Path requiredFile() {
        if (file == null) {
            throw new IllegalStateException(verb + " needs a file");
        }
        return file;
    }
}
