package io.guanxi.eventing.due;

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
 * Finds what is due, page by page, and has each thing checked, several at once.
 *
 * <p>What is found may be behind, a sweep may break off, two processes may sweep at once: that costs time and nothing else,
 * because what is due is decided by {@link DueWork#check}, as often as it is asked. What a sweep did not reach the next one
 * finds. A thing that cannot be checked is passed by, and tried again ever more seldom.
 */
public final class DueSweep<T> {

    private static final Logger LOG = LoggerFactory.getLogger(DueSweep.class);

    /** In pages. If so many fail for the first time, it is probably not their fault; the next sweep goes past them. */
    private static final int MOST_NEW_FAILURES = 3;

    private static final int DEEPEST_CAUSE = 10;

    private final DueWork<T> work;
    private final int batch;
    private final ExecutorService lanes;
    private final FailedChecks failed = new FailedChecks();
    private final Counter failures;

    /** @param lanes run the checks; their number says how many at once */
    public DueSweep(DueWork<T> work, int batch, ExecutorService lanes, SweepMeters names, MeterRegistry meters) {
        this.work = work;
        this.batch = batch;
        this.lanes = lanes;
        this.failures = meters.counter(names.failures());
        meters.gauge(names.waiting(), failed, FailedChecks::waiting);
    }

    /**
     * Checks everything that was due before {@code now}, but for what has failed and has to wait.
     *
     * @return how many things were checked
     */
    public int sweep(Instant now) throws InterruptedException {
        failed.nextSweep();
        Set<String> seen = new HashSet<>();
        int checked = 0;
        @Nullable String cursor = null;
        do {
            Page<T> page = work.before(now, cursor, batch);
            page.items().forEach(thing -> seen.add(work.key(thing)));
            List<T> tried = page.items().stream()
                    .filter(thing -> failed.isTurnOf(work.key(thing)))
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

    private int checkAll(List<T> things, Instant now) throws InterruptedException {
        List<Future<Void>> answers =
                lanes.invokeAll(things.stream().map(thing -> check(thing, now)).toList());
        List<String> lost = new ArrayList<>();
        @Nullable Throwable failure = null;
        for (int i = 0; i < things.size(); i++) {
            String key = work.key(things.get(i));
            try {
                answers.get(i).get();
                failed.succeeded(key);
            } catch (ExecutionException e) {
                failed.failed(key);
                lost.add(key);
                failure = e.getCause();
            }
        }
        if (failure != null) {
            tell(lost, things.size(), failure);
        }
        return things.size() - lost.size();
    }

    /** Of a failure only what kind it is: its message may quote what somebody has written. */
    private void tell(List<String> lost, int tried, Throwable failure) {
        failures.increment(lost.size());
        LOG.warn(
                "{} of {} {} could not be checked and will be again, the first is {}: {}",
                lost.size(),
                tried,
                work.name(),
                lost.getFirst(),
                Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .limit(DEEPEST_CAUSE)
                        .map(cause -> cause.getClass().getName())
                        .collect(Collectors.joining(", caused by ")));
    }

    private Callable<Void> check(T thing, Instant now) {
        return () -> {
            work.check(thing, now);
            return null;
        };
    }
}
