package io.guanxi.ticket.desk.web;

import io.guanxi.ticket.desk.domain.Vocabulary;
import io.guanxi.web.FieldProblem;
import io.guanxi.web.RequestRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what callers write, and collects what is wrong with it, so that a caller learns all of it at once. */
final class Words {

    static final int LONGEST_SUBJECT = 200;
    static final int LONGEST_TEXT = 10_000;

    private static final int LONGEST_AGENT = 100;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_CODE = 50;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final List<FieldProblem> problems = new ArrayList<>();

    /** @throws RequestRefused if anything was wrong */
    void refuseIfAnyIsWrong() {
        if (!problems.isEmpty()) {
            throw RequestRefused.fields(problems);
        }
    }

    <E extends Enum<E>> E one(Class<E> type, String pointer, @Nullable String word) {
        var meaning = word == null ? java.util.Optional.<E>empty() : Vocabulary.meaning(type, word);
        if (meaning.isEmpty()) {
            wrong(pointer, "must be one of " + Vocabulary.words(type));
        }
        return meaning.orElse(type.getEnumConstants()[0]);
    }

    <E extends Enum<E>> E one(Class<E> type, String pointer, @Nullable String word, E otherwise) {
        return word == null ? otherwise : one(type, pointer, word);
    }

    /** Free text for people; line breaks are welcome. */
    String text(String pointer, @Nullable String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            wrong(pointer, "must be a text of at most " + longest + " characters");
        }
        return text == null ? "" : text;
    }

    /** A word of a vocabulary that may grow. */
    String code(String pointer, @Nullable String code) {
        if (code == null || code.length() > LONGEST_CODE || !CODE.matcher(code).matches()) {
            wrong(
                    pointer,
                    "must be a code of at most " + LONGEST_CODE + " lower-case letters, digits and hyphens,"
                            + " such as waiting-for-carrier");
        }
        return code == null ? "" : code;
    }

    /** An agent's subject, as tokens name it. */
    String agent(String pointer, @Nullable String agent) {
        if (agent == null
                || agent.isBlank()
                || agent.length() > LONGEST_AGENT
                || CONTROL.matcher(agent).find()) {
            wrong(pointer, "must be an agent's subject of at most " + LONGEST_AGENT + " characters");
        }
        return agent == null ? "" : agent;
    }

    /** A customer's id, or none. */
    @Nullable
    String customer(String pointer, @Nullable String customer) {
        if (customer != null && !isUuid(customer)) {
            wrong(pointer, "must be a customer's id, a UUID in lower case");
        }
        return customer;
    }

    static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private void wrong(String pointer, String message) {
        problems.add(FieldProblem.inBody(pointer, message));
    }
}
