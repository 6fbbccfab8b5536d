package io.guanxi.eventlog.autoconfigure;

import io.guanxi.eventlog.CurrentTrace;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** The trace of Micrometer's current span. */
final class TracerTrace implements CurrentTrace {

    private final Tracer tracer;

    TracerTrace(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public @Nullable String traceparent() {
        Span span = tracer.currentSpan();
        if (span == null || span.isNoop()) {
            return null;
        }
        TraceContext context = span.context();
        String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + flags;
    }
}
