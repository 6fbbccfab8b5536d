package io.guanxi.eventlog;

import org.jspecify.annotations.Nullable;

/** Tells in which trace the calling thread works, so that stored events lead back to it. */
@FunctionalInterface
public interface CurrentTrace {

    /** The W3C {@code traceparent} of the current span, or null outside a trace. */
    @Nullable
    String traceparent();
}
