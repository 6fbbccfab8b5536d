package io.guanxi.loyalty.programme.web;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.programme.domain.ImpossibleRules;
import io.guanxi.web.FieldProblem;
import io.guanxi.web.RequestRefused;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One object of a body, read member by member. What is wrong is collected with a pointer to it, so that a caller learns all of
 * it at once; so is a member that nobody asked for, since a rule that is misspelt would silently not be there.
 */
final class Form {

    /** Bounded, so that no number can be written that takes long to compute with. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,12})?");

    private final JsonNode object;
    private final String pointer;
    private final List<FieldProblem> problems;
    private final Set<String> known = new HashSet<>();

    private Form(JsonNode object, String pointer, List<FieldProblem> problems) {
        this.object = object;
        this.pointer = pointer;
        this.problems = problems;
    }

    /**
     * Reads a whole body.
     *
     * @throws RequestRefused with status 400 that names all that is wrong
     */
    static <T> T read(JsonNode body, Function<Form, @Nullable T> reading) {
        return read(body, "", reading);
    }

    /**
     * Reads a part of a body.
     *
     * @param pointer where it is in the body
     * @throws RequestRefused with status 400 that names all that is wrong in it
     */
    static <T> T read(JsonNode part, String pointer, Function<Form, @Nullable T> reading) {
        List<FieldProblem> problems = new ArrayList<>();
        T read = inside(part, pointer, problems, reading);
        if (!problems.isEmpty()) {
            throw RequestRefused.fields(problems);
        }
        return Objects.requireNonNull(read, "a form without problems is read");
    }

    private static <T> @Nullable T inside(
            JsonNode node, String pointer, List<FieldProblem> problems, Function<Form, @Nullable T> reading) {
        if (!node.isObject()) {
            problems.add(FieldProblem.inBody(pointer, "must be an object"));
            return null;
        }
        return reading.apply(new Form(node, pointer, problems));
    }

    /** What the members make; null if one of them, or all together, are wrong. Called last. */
    <T> @Nullable T made(Supplier<T> making) {
        object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> wrong(name, "is not known here; expected are " + new TreeSet<>(known)));
        if (problems.stream().anyMatch(this::isWithin)) {
            return null;
        }
        try {
            return making.get();
        } catch (ImpossibleRules impossible) {
            impossible
                    .faults()
                    .forEach(fault -> problems.add(
                            FieldProblem.inBody(pointer + fault.pointer(), "must be " + fault.expected())));
            return null;
        }
    }

    boolean has(String name) {
        return member(name) != null;
    }

    void wrong(String name, String message) {
        problems.add(FieldProblem.inBody(at(name), message));
    }

    /** A text that must be there. */
    String text(String name, int longest) {
        JsonNode member = member(name);
        String text = member != null && member.isString() ? member.stringValue() : "";
        return !text.isBlank() && text.length() <= longest
                ? text
                : otherwise(name, "must be a text of at most " + longest + " characters", "");
    }

    /** A word whose form the rules themselves know. */
    String code(String name) {
        return Objects.requireNonNullElseGet(codeIfThere(name), () -> has(name) ? "" : missing(name, "a text", ""));
    }

    @Nullable
    String codeIfThere(String name) {
        JsonNode member = member(name);
        if (member == null || member.isString()) {
            return member == null ? null : member.stringValue();
        }
        return otherwise(name, "must be a text", null);
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode member = member(name);
        if (member == null || member.isBoolean()) {
            return member == null ? otherwise : member.booleanValue();
        }
        return otherwise(name, "must be true or false", otherwise);
    }

    long whole(String name) {
        return has(name) ? whole(name, 0) : missing(name, "a whole number", 0L);
    }

    long whole(String name, long otherwise) {
        Long whole = wholeIfThere(name);
        return whole == null ? otherwise : whole;
    }

    @Nullable
    Long wholeIfThere(String name) {
        JsonNode member = member(name);
        if (member == null || member.isIntegralNumber() && member.canConvertToLong()) {
            return member == null ? null : member.longValue();
        }
        return otherwise(name, "must be a whole number", null);
    }

    int small(String name, int otherwise) {
        Integer small = smallIfThere(name);
        return small == null ? otherwise : small;
    }

    @Nullable
    Integer smallIfThere(String name) {
        JsonNode member = member(name);
        if (member == null || member.isIntegralNumber() && member.canConvertToInt()) {
            return member == null ? null : member.intValue();
        }
        return otherwise(name, "must be a whole number up to " + Integer.MAX_VALUE, null);
    }

    @Nullable
    BigDecimal decimalIfThere(String name) {
        JsonNode member = member(name);
        return member == null ? null : decimal(name, member);
    }

    BigDecimal decimal(String name) {
        return Objects.requireNonNullElseGet(
                decimalIfThere(name), () -> missing(name, "a decimal such as \"1.5\"", BigDecimal.ZERO));
    }

    private BigDecimal decimal(String path, JsonNode member) {
        String text = member.isString() ? member.stringValue() : member.isIntegralNumber() ? member.asString() : "";
        return DECIMAL.matcher(text).matches()
                ? new BigDecimal(text)
                : otherwise(path, "must be a decimal such as \"1.5\"", BigDecimal.ZERO);
    }

    <E extends Enum<E>> E one(Class<E> type, String name) {
        return has(name)
                ? one(type, name, type.getEnumConstants()[0])
                : missing(name, "one of " + Words.words(type), type.getEnumConstants()[0]);
    }

    <E extends Enum<E>> E one(Class<E> type, String name, E otherwise) {
        JsonNode member = member(name);
        if (member == null) {
            return otherwise;
        }
        return Words.meaning(type, member.isString() ? member.stringValue() : "")
                .orElseGet(() -> otherwise(name, "must be one of " + Words.words(type), otherwise));
    }

    /**
     * A value that is written as a text.
     *
     * @param parse throws a {@link DateTimeException} for a text that is none
     */
    <T> @Nullable T parsed(String name, Function<String, T> parse, String such) {
        JsonNode member = member(name);
        if (member == null) {
            return null;
        }
        try {
            return parse.apply(member.isString() ? member.stringValue() : "");
        } catch (DateTimeException e) {
            return otherwise(name, "must be " + such, null);
        }
    }

    <T> T parsed(String name, Function<String, T> parse, String such, T instead) {
        return Objects.requireNonNullElseGet(
                parsed(name, parse, such), () -> has(name) ? instead : missing(name, such, instead));
    }

    Set<String> texts(String name) {
        Set<String> texts = new TreeSet<>();
        for (JsonNode element : elements(name)) {
            if (element.isString()) {
                texts.add(element.stringValue());
            } else {
                wrong(name, "must be an array of texts");
            }
        }
        return texts;
    }

    Map<String, BigDecimal> decimals(String name) {
        return entries(name, this::decimal);
    }

    Map<String, String> names(String name) {
        return entries(
                name,
                (path, member) -> member.isString() ? member.stringValue() : otherwise(path, "must be a text", ""));
    }

    @Nullable
    Money money(String name) {
        return part(name, form -> {
            BigDecimal amount = form.decimal("amount");
            String currency = form.code("currency");
            if (!currency.matches("[A-Z]{3}") && form.has("currency")) {
                form.wrong("currency", "must be an ISO 4217 code, three capital letters");
            }
            return form.made(() -> new Money(amount, currency));
        });
    }

    <T> @Nullable T part(String name, Function<Form, @Nullable T> reading) {
        JsonNode member = member(name);
        return member == null ? null : inside(member, at(name), problems, reading);
    }

    <T> T part(String name, Function<Form, @Nullable T> reading, T otherwise) {
        JsonNode member = member(name);
        T part = member == null ? null : inside(member, at(name), problems, reading);
        return part == null ? otherwise : part;
    }

    /** Those elements that can be read. */
    <T> List<T> each(String name, Function<Form, @Nullable T> reading) {
        List<T> read = new ArrayList<>();
        List<JsonNode> elements = elements(name);
        for (int i = 0; i < elements.size(); i++) {
            T element = inside(elements.get(i), at(name) + "/" + i, problems, reading);
            if (element != null) {
                read.add(element);
            }
        }
        return read;
    }

    private List<JsonNode> elements(String name) {
        JsonNode member = member(name);
        if (member == null || member.isArray()) {
            return member == null ? List.of() : member.valueStream().toList();
        }
        return otherwise(name, "must be an array", List.of());
    }

    private <V> Map<String, V> entries(String name, BiFunction<String, JsonNode, V> reading) {
        Map<String, V> entries = new LinkedHashMap<>();
        JsonNode member = member(name);
        if (member != null && !member.isObject()) {
            wrong(name, "must be an object");
        } else if (member != null) {
            member.propertyStream()
                    .forEach(entry -> entries.put(
                            entry.getKey(), reading.apply(name + "/" + escaped(entry.getKey()), entry.getValue())));
        }
        return entries;
    }

    private @Nullable JsonNode member(String name) {
        known.add(name);
        JsonNode member = object.get(name);
        return member == null || member.isNull() ? null : member;
    }

    private <T extends @Nullable Object> T missing(String name, String what, T instead) {
        return otherwise(name, "is missing; it must be " + what, instead);
    }

    private <T extends @Nullable Object> T otherwise(String path, String message, T instead) {
        problems.add(FieldProblem.inBody(pointer + "/" + path, message));
        return instead;
    }

    private boolean isWithin(FieldProblem problem) {
        String other = Objects.requireNonNullElse(problem.pointer(), "");
        return other.equals(pointer) || other.startsWith(pointer + "/");
    }

    private String at(String name) {
        return pointer + "/" + escaped(name);
    }

    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
