package io.guanxi.eventing.intake;

import io.guanxi.eventing.deadletter.Rejection;
import io.guanxi.eventing.signals.EventingSignals;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Reason;
import io.guanxi.web.CorrelationId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Calls a service's handler, in the trace and with the correlation of the event, and judges how it ends. */
final class HandlerCall {

    private static final Logger LOG = LoggerFactory.getLogger(HandlerCall.class);

    private final String topic;
    private final EventHandler handler;
    private final IntakeTracing tracing;
    private final MeterRegistry meters;

    HandlerCall(String topic, EventHandler handler, IntakeTracing tracing, MeterRegistry meters) {
        this.topic = topic;
        this.handler = handler;
        this.tracing = tracing;
        this.meters = meters;
    }

    /** @throws InfrastructureFailure if the same call may end otherwise later */
    Verdict call(IncomingEvent event, Headers headers) {
        Timer.Sample sample = Timer.start(meters);
        try (MDC.MDCCloseable correlation =
                MDC.putCloseable(CorrelationId.LOG_KEY, event.origin().correlationId())) {
            Verdict verdict = tracing.in(event, headers, () -> judged(event));
            sample.stop(
                    meters.timer(EventingSignals.INTAKE_RECORDS.meter(), "topic", topic, "outcome", verdict.outcome()));
            return verdict;
        }
    }

    private Verdict judged(IncomingEvent event) {
        try {
            return switch (handler.handle(event)) {
                case Handled.Applied applied -> new Verdict.Applied();
                case Handled.Ignored ignored -> new Verdict.Ignored();
                case Handled.TooEarly tooEarly -> new Verdict.TooEarly(tooEarly.waitsFor());
            };
        } catch (CommandRefused refused) {
            return refused(event, refused.reason());
        } catch (Exception | Error failure) {
            if (InfrastructureFailure.is(failure)) {
                throw new InfrastructureFailure(failure);
            }
            LOG.error(
                    "Event {} ({}) cannot be handled; its customer's events on {} wait",
                    event.id(),
                    event.type(),
                    topic,
                    failure);
            return new Verdict.Failed(failure.getClass().getSimpleName());
        }
    }

    private static Verdict refused(IncomingEvent event, Reason reason) {
        if (reason.kind() == Reason.Kind.TOO_EARLY) {
            String order = event.order();
            return new Verdict.TooEarly(order == null ? reason.code() : order);
        }
        return new Verdict.Refused(Rejection.of("refused", reason.code() + ": " + reason.message()));
    }
}
