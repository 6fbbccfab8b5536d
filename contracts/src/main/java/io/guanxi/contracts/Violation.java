package io.guanxi.contracts;

/**
 * One way in which a body does not fulfil its schema.
 *
 * @param pointer JSON pointer to the offending field, or to where a missing one should be; empty for the whole body
 * @param message what was expected, in English; never a value of the body, so it may be logged
 */
public record Violation(String pointer, String message) {

    @Override
    public String toString() {
        return (pointer.isEmpty() ? "body" : pointer) + " " + message;
    }
}
