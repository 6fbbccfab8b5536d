package io.guanxi.eventing.job;

import io.guanxi.eventing.signals.EventingSignals;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** What jobs tell those who operate the service. */
final class JobMeters {

    private final MeterRegistry meters;

    JobMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void step(String job, String outcome, Duration took) {
        meters.timer(EventingSignals.JOB_STEPS.meter(), "job", job, "outcome", outcome)
                .record(took);
    }

    void ended(String job, JobState state) {
        meters.counter(EventingSignals.JOBS_ENDED.meter(), "job", job, "state", state.word())
                .increment();
    }

    void takenOver(String job) {
        meters.counter(EventingSignals.JOBS_TAKEN_OVER.meter(), "job", job).increment();
    }
}
