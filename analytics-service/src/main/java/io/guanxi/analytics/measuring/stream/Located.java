package io.guanxi.analytics.measuring.stream;

import org.jspecify.annotations.Nullable;

/** An answer, or where it is. */
public sealed interface Located<T> {

    /** @param value null if nothing is known under this key */
    record Here<T>(@Nullable T value) implements Located<T> {}

    /** Another instance holds the key. */
    record Elsewhere<T>(String host, int port) implements Located<T> {}
}
