package io.guanxi.ticket.desk.process;

import io.guanxi.kernel.Origin;
import io.guanxi.ticket.desk.domain.TicketCommand.CheckPromises;
import io.guanxi.ticket.desk.view.promisesdue.PromiseDue;
import io.guanxi.web.Page;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds promises that are due and has each ticket decide whether they are broken.
 *
 * <p>The view may be behind, a sweep may break off, two processes may sweep at once: that costs time and nothing else,
 * because a ticket breaks a promise once, and never before it is due. What a sweep did not reach the next one finds. A
 * ticket that cannot be checked is passed by, and tried again ever more seldom.
 */
final class WhenAPromiseIsDueCheckTheTicket {

    private static final Logger LOG = LoggerFactory.getLogger(WhenAPromiseIsDueCheckTheTicket.class);

    /** In pages. If so many fail for the first time, it is probably not their fault; the next sweep goes past them. */
    private static final int MOST_NEW_FAILURES = 3;

    private static final int DEEPEST_CAUSE = 10;

    private final Due due;
    private final Check check;
    private final int batch;
    private final ExecutorService lanes;
    private final FailedChecks failed = new FailedChecks();
    private final Counter failures;

    /** Asks {@link io.guanxi.ticket.desk.view.promisesdue.PromisesDue}. */
    @FunctionalInterface
    interface Due {
        Page<PromiseDue> before(Instant now, @Nullable String cursor, int limit);
    }

    /** Tells {@link io.guanxi.ticket.desk.command.Tickets}. */
    @FunctionalInterface
    interface Check {
        void of(String ticket, CheckPromises command, Origin origin);
    }

    WhenAPromiseIsDueCheckTheTicket(Due due, Check check, int batch, ExecutorService lanes, MeterRegistry meters) {
        this.due = due;
        this.check = check;
        this.batch = batch;
        this.lanes = lanes;
        this.failures = meters.counter(SweepSignals.FAILURES.meter());
        meters.gauge(SweepSignals.WAITING.meter(), failed, FailedChecks::waiting);
    }

    /**
     * Checks every ticket that has a promise due before {@code now}, but for those that have failed and have to wait.
     *
     * @return how many were checked
     */
    int sweep(Instant now) throws InterruptedException {
        failed.nextSweep();
        Set<String> seen = new HashSet<>();
        int checked = 0;
        @Nullable String cursor = null;
        do {
            Page<PromiseDue> page = due.before(now, cursor, batch);
            page.items().forEach(promise -> seen.add(promise.ticket()));
            List<PromiseDue> tried = page.items().stream()
                    .filter(promise -> failed.isTurnOf(promise.ticket()))
                    .toList();
            checked += checkAll(tried, now);
            if (failed.newInThisSweep() >= MOST_NEW_FAILURES * batch) {
                return checked;
            }
            cursor = page.next();
        } while (cursor != null);
        failed.keepOnly(seen);
        return checked;
    }

    private int checkAll(List<PromiseDue> promises, Instant now) throws InterruptedException {
        List<Future<Void>> answers = lanes.invokeAll(
                promises.stream().map(promise -> check(promise, now)).toList());
        List<String> lost = new ArrayList<>();
        @Nullable Throwable failure = null;
        for (int i = 0; i < promises.size(); i++) {
            String ticket = promises.get(i).ticket();
            try {
                answers.get(i).get();
                failed.succeeded(ticket);
            } catch (ExecutionException e) {
                failed.failed(ticket);
                lost.add(ticket);
                failure = e.getCause();
            }
        }
        if (failure != null) {
            tell(lost, promises.size(), failure);
        }
        return promises.size() - lost.size();
    }

    /** Of a failure only what kind it is: its message may quote what somebody has written. */
    private void tell(List<String> lost, int tried, Throwable failure) {
        failures.increment(lost.size());
        LOG.warn(
                "{} of {} tickets could not be checked and will be again, the first is {}: {}",
                lost.size(),
                tried,
                lost.getFirst(),
                Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .limit(DEEPEST_CAUSE)
                        .map(cause -> cause.getClass().getName())
                        .collect(Collectors.joining(", caused by ")));
    }

    private Callable<Void> check(PromiseDue promise, Instant now) {
        String cause = "promise-" + promise.ticket().substring(promise.ticket().indexOf('/') + 1);
        Origin origin = new Origin(promise.tenant(), cause, null, null);
        return () -> {
            check.of(promise.ticket(), new CheckPromises(cause + "@" + now, now), origin);
            return null;
        };
    }
}
