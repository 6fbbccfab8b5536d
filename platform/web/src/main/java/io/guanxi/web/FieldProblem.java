package io.guanxi.web;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer a JSON pointer into the body, such as {@code /lines/0/quantity}; the empty text is the whole body; null
 *     if the fault is not in the body
 * @param parameter the name of a path, query or header parameter; null if the fault is in the body
 * @param message what would be right, without the value that was sent
 */
public record FieldProblem(
        @Nullable String pointer, @Nullable String parameter, String message) {

    public static FieldProblem inBody(String pointer, String message) {
        return new FieldProblem(pointer, null, message);
    }

    public static FieldProblem inParameter(String parameter, String message) {
        return new FieldProblem(null, parameter, message);
    }
}
