package io.guanxi.eventing.job;

import io.guanxi.eventing.job.CountingJob.Range;
import io.guanxi.eventing.job.CountingJob.Reached;
import io.guanxi.eventing.job.JobStep.Done;
import io.guanxi.eventing.job.JobStep.Failed;
import io.guanxi.eventing.job.JobStep.Further;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Adds the numbers from one up to another, a few at a time; with switches for what may go wrong. */
final class CountingJob implements Job<Range, Reached> {

    /** A range whose numbers cannot be added. */
    static final int HOPELESS = -1;

    final List<Integer> begun = Collections.synchronizedList(new ArrayList<>());
    final List<String> forgotten = Collections.synchronizedList(new ArrayList<>());

    /** Thrown by every step while it is there. */
    final AtomicReference<@Nullable Exception> trouble = new AtomicReference<>();

    /** What happens elsewhere while a step is at work. */
    volatile Runnable meanwhile = () -> {};

    record Range(int to, int each) {}

    record Reached(int number, long sum) {}

    record Sum(long sum) {}

    @Override
    public String name() {
        return "counting";
    }

    @Override
    public Class<Range> parameters() {
        return Range.class;
    }

    @Override
    public Class<Reached> progress() {
        return Reached.class;
    }

    @Override
    public JobStep<Reached> step(JobTurn<Range, Reached> turn) throws Exception {
        Reached last = turn.progress() == null ? new Reached(0, 0) : turn.progress();
        begun.add(last.number());
        meanwhile.run();
        Exception failure = trouble.get();
        if (failure != null) {
            throw failure;
        }
        return next(turn.parameters(), last);
    }

    private static JobStep<Reached> next(Range range, Reached last) {
        if (range.to() == HOPELESS) {
            return new Failed<>("no-such-range", "There are no numbers to add.");
        }
        int to = Math.min(range.to(), last.number() + range.each());
        long sum = last.sum();
        for (int number = last.number() + 1; number <= to; number++) {
            sum += number;
        }
        return to == range.to()
                ? new Done<>(new Sum(sum), to)
                : new Further<>(new Reached(to, sum), to, (long) range.to());
    }

    @Override
    public void forget(String tenant, String id) {
        forgotten.add(tenant + "/" + id);
    }
}
