package io.guanxi.eventing.signals;

/** Every meter of this module: its name, its tags and what it tells. */
public enum EventingSignals {
    /** Gauge, tag {@code view}: events that are recorded and not yet in the view; NaN where another instance keeps it. */
    VIEW_LAG("guanxi.view.lag"),
    /** Gauge, tag {@code view}: failures in a row; above 0 the view stands still and is tried again. */
    VIEW_ERRORS("guanxi.view.errors"),
    /** Counter, tag {@code view}: events folded, the doubles of a redelivery included. */
    VIEW_EVENTS("guanxi.view.events"),
    /** Counter, tag {@code view}: documents that somebody else had changed meanwhile, so that they were folded again. */
    VIEW_CONFLICTS("guanxi.view.conflicts"),
    /** Gauge, tag {@code publication}: events that are recorded and not yet published. */
    RELAY_LAG("guanxi.relay.lag"),
    /** Gauge, tag {@code publication}: failures in a row; above 0 nothing is published and it is tried again. */
    RELAY_ERRORS("guanxi.relay.errors"),
    /** Counter, tag {@code publication}: recorded events that the relay is done with. */
    RELAY_EVENTS("guanxi.relay.events"),
    /** Timer, tags {@code topic}, {@code outcome} (applied, ignored, too-early, parked, dead): one record in the intake. */
    INTAKE_RECORDS("guanxi.intake.records"),
    /** Counter, tag {@code topic}: batches given back because a machine was broken; they are delivered again. */
    INTAKE_RETRIES("guanxi.intake.retries"),
    /** Counter, tags {@code topic}, {@code reason}: records that went to the dead letters. */
    DEAD_LETTERS("guanxi.intake.dead.letters"),
    /** Gauge, tag {@code topic}: customers of this instance's partitions who have events set aside. */
    PARKED_CUSTOMERS("guanxi.intake.parked.customers"),
    /** Timer, tags {@code job}, {@code outcome} (further, done, failed, put-off): one step of a job. */
    JOB_STEPS("guanxi.job.steps"),
    /** Counter, tags {@code job}, {@code state} (done, failed, cancelled): jobs that ended on this instance. */
    JOBS_ENDED("guanxi.job.ended"),
    /** Counter, tag {@code job}: jobs that were taken over from an owner that had fallen silent. */
    JOBS_TAKEN_OVER("guanxi.job.taken.over"),
    /** Gauge: jobs that this instance is at. */
    JOBS_RUNNING("guanxi.job.running"),
    /** Gauge: jobs of all instances that nobody is at; NaN while the store is away. */
    JOBS_WAITING("guanxi.job.waiting");

    private final String meter;

    EventingSignals(String meter) {
        this.meter = meter;
    }

    public String meter() {
        return meter;
    }
}
