package io.guanxi.eventing.deadletter;

import io.guanxi.contracts.Violation;
import java.util.List;

/**
 * Why a record cannot be used.
 *
 * @param reason stable code in kebab-case: {@code unreadable}, {@code invalid}, {@code invalid-envelope}, {@code oversized},
 *     {@code unknown-type}, {@code wrong-topic}, {@code wrong-key}, {@code refused}
 * @param detail the same for a person; no value of the record
 * @param violations where the body or a header does not fulfil its rule; a header is {@code /headers/name}
 */
public record Rejection(String reason, String detail, List<Violation> violations) {

    public Rejection {
        violations = List.copyOf(violations);
    }

    public static Rejection of(String reason, String detail) {
        return new Rejection(reason, detail, List.of());
    }
}
