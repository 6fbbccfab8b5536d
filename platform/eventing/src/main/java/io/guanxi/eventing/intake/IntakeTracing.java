package io.guanxi.eventing.intake;

import io.guanxi.eventing.publish.EventHeaders;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Continues the trace that a record came with; does nothing in a service without tracing. */
record IntakeTracing(@Nullable Tracer tracer, @Nullable Propagator propagator) {

    static final IntakeTracing NONE = new IntakeTracing(null, null);

    Verdict in(IncomingEvent event, Headers headers, Supplier<Verdict> work) {
        if (tracer == null || propagator == null) {
            return work.get();
        }
        Span span = propagator
                .extract(headers, EventHeaders::text)
                .kind(Span.Kind.CONSUMER)
                .name("intake " + event.type())
                .tag("guanxi.event", event.id())
                .tag("guanxi.correlation", event.origin().correlationId())
                .start();
        try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
            return work.get();
        } catch (RuntimeException | Error e) {
            span.error(e);
            throw e;
        } finally {
            span.end();
        }
    }
}
