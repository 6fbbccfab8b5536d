package io.guanxi.eventing.job;

/**
 * A kind of long run, and how it is done piece by piece. A service declares each kind as a bean.
 *
 * <p>A piece may be done again: after a kill, after a lost reply of the store, and late by an owner that was paused while its
 * successor went on. So what it does outside may follow from its {@link JobTurn} alone, under keys that follow from it too, so
 * that doing it twice is doing it once; what cannot be like that bears the term of its turn.
 *
 * @param <P> what was asked for, a record that Jackson can write and read
 * @param <S> how far it is, a record likewise; both stay readable for later versions of the service while such jobs run
 */
public interface Job<P, S> {

    /** For ever, {@code [a-z][a-z0-9-]{0,39}}: stored with each job. */
    String name();

    Class<P> parameters();

    Class<S> progress();

    /**
     * Does a bounded piece of work: seconds, since a job is cancelled, and a service stopped, between two of them.
     *
     * <p>What it throws puts the job off. A broken machine may do so for as long as it is broken; anything else ends the job
     * when it has happened {@code guanxi.job.most-faults} times at one place.
     */
    JobStep<S> step(JobTurn<P, S> turn) throws Exception;

    /** The job's document is about to be removed: what was kept for it elsewhere can go. May be called again. */
    default void forget(String tenant, String id) {}
}
