package io.guanxi.benchmarks.log;

import io.guanxi.benchmarks.report.Spread;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** The log of one contender as it is filled: events of many aggregates, one after the other by the clock of the log. */
final class GrownLog {

    private static final int FILLERS = 200;
    private static final int FILLERS_OF_MANY = 8;
    static final int WRITERS = 8;
    private static final int STREAMS_EACH = 5;

    private final Contender contender;
    private final LogClock clock;
    private final AtomicLong position = new AtomicLong();
    private int generation;

    GrownLog(Contender contender, LogClock clock) {
        this.contender = contender;
        this.clock = clock;
    }

    Contender contender() {
        return contender;
    }

    long events() {
        return position.get();
    }

    /** @param commit the size of a commit, where it makes a difference to what is stored */
    void fillTo(int events, int commit) throws Exception {
        int most = contender.fillCommit();
        append(events, Math.max(commit, most), most == 1 ? FILLERS : FILLERS_OF_MANY);
    }

    /** Commits of one size, as an application would write them, until there are so many events. */
    void append(int events, int commit, int writers) throws Exception {
        long left = events - events();
        if (left <= 0) {
            return;
        }
        AtomicLong commits = new AtomicLong(Math.ceilDiv(left, commit));
        String prefix = prefix();
        Writers.run(writers, writer -> {
            long mine = 0;
            while (commits.getAndDecrement() > 0) {
                String stream = prefix + writer + "-" + mine % STREAMS_EACH;
                store(stream, mine / STREAMS_EACH * commit, commit);
                mine++;
            }
            return mine;
        });
    }

    private void store(String stream, long sequence, int commit) {
        contender.append(SampleEvents.commit(stream, sequence, commit, clock.at(position.getAndAdd(commit))));
    }

    private String prefix() {
        return "customer-" + generation++ + "-";
    }

    /** The 99th percentile of the time of a commit of one event with a few writers, in milliseconds. */
    double p99OfAppends(int appends) throws Exception {
        int each = appends / WRITERS;
        String prefix = prefix();
        double[] millis = Writers.run(WRITERS, writer -> {
                    double[] mine = new double[each];
                    for (int i = 0; i < each; i++) {
                        long started = System.nanoTime();
                        store(prefix + writer, i, 1);
                        mine[i] = (System.nanoTime() - started) / 1e6;
                    }
                    return mine;
                })
                .stream()
                .flatMapToDouble(Arrays::stream)
                .toArray();
        return Spread.percentile(millis, 0.99);
    }
}
