package io.guanxi.eventlog.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.eventlog.SampleEvents;
import io.guanxi.eventlog.signals.EventLogMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commits of many threads on a store that keeps its callers waiting for as long as a test says. */
@Timeout(60)
class SharingARoundTripTest {

    private static final int MOST = 10;

    private final Store store = new Store();
    private final GroupCommit commits = GroupCommit.over(
            store, Duration.ofSeconds(30), MOST, 1_000_000, new EventLogMetrics(new SimpleMeterRegistry()));
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void aLoneWriterMakesTheTripItself() {
        assertThat(commits.append(commit(0))).isZero();

        assertThat(store.callers).containsExactly(Thread.currentThread());
    }

    @Test
    void whatWaitsWhileAGroupIsUnderWayGoesTogetherNextUpToTheMost() throws Exception {
        store.hold();
        List<Future<Long>> all = new ArrayList<>(List.of(append(0)));
        store.held.await();
        for (int n = 1; n <= MOST + 2; n++) {
            all.add(append(n));
        }
        awaitWaiting(MOST + 2);
        store.go.countDown();

        for (Future<Long> one : all) {
            one.get(10, TimeUnit.SECONDS);
        }
        assertThat(store.groups).containsExactly(1, MOST, 2);
    }

    @Test
    void eachOfManyWritersIsToldItsOwnPosition() throws Exception {
        List<Callable<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 16; writer++) {
            int own = writer;
            writers.add(() -> {
                for (int n = 0; n < 500; n++) {
                    Commit commit = commit(own * 500 + n);
                    long position = commits.append(commit);
                    assertThat(store.at(position).commit()).isEqualTo(commit);
                }
                return null;
            });
        }
        for (Future<Void> writer : threads.invokeAll(writers)) {
            writer.get();
        }
        assertThat(store.end()).isEqualTo(16 * 500);
        assertThat(store.groups).allMatch(size -> size <= MOST);
    }

    @Test
    void anInterruptedLeaderStoresForAllAndIsInterruptedAfterwards() throws Exception {
        store.hold();
        store.awayOnce = true;
        List<Thread> leader = new ArrayList<>();
        Future<Boolean> leading = threads.submit(() -> {
            leader.add(Thread.currentThread());
            commits.append(commit(0));
            return Thread.currentThread().isInterrupted();
        });
        store.held.await();
        Future<Long> follower = append(1);
        awaitWaiting(1);
        leader.getFirst().interrupt();
        store.go.countDown();

        assertThat(leading.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(follower.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void closingWaitsForWhatIsUnderWayAndTakesNoMore() throws Exception {
        store.hold();
        Future<Long> underWay = append(0);
        store.held.await();
        Future<?> closing = threads.submit(commits::close);
        Future<Long> late = threads.submit(() -> {
            while (commits.isOpen()) {
                LockSupport.parkNanos(100_000);
            }
            return commits.append(commit(1));
        });
        assertThat(closing.isDone()).isFalse();
        store.go.countDown();

        closing.get(10, TimeUnit.SECONDS);
        assertThat(underWay.get(10, TimeUnit.SECONDS)).isZero();
        assertThatThrownBy(() -> late.get(10, TimeUnit.SECONDS)).hasMessageContaining("the event log is closed");
    }

    private Future<Long> append(int n) {
        return threads.submit(() -> commits.append(commit(n)));
    }

    private void awaitWaiting(int count) {
        while (commits.waiting() < count) {
            LockSupport.parkNanos(100_000);
        }
    }

    private static Commit commit(int n) {
        return new Commit("commit-" + n, "stream-" + n, 0, List.of(SampleEvents.event("event-" + n)));
    }

    /** Keeps every link; holds the first request until it is told to go. */
    private static final class Store implements ChainStore {

        private final List<Link> links = new ArrayList<>();
        private final List<Integer> groups = new ArrayList<>();
        private final List<Thread> callers = new ArrayList<>();
        private final CountDownLatch held = new CountDownLatch(1);
        private CountDownLatch go = new CountDownLatch(0);
        private boolean awayOnce;

        void hold() {
            go = new CountDownLatch(1);
        }

        @Override
        public Written insert(List<Link> group) {
            held.countDown();
            boolean interrupted = false;
            while (go.getCount() > 0) {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                // As the driver does.
                Thread.currentThread().interrupt();
            }
            return put(group);
        }

        private synchronized Written put(List<Link> group) {
            if (awayOnce) {
                awayOnce = false;
                throw new StoreAway(new IllegalStateException("interrupted"));
            }
            assertThat(group.getFirst().position()).isEqualTo(links.size());
            links.addAll(group);
            groups.add(group.size());
            callers.add(Thread.currentThread());
            return new Written.All();
        }

        synchronized Link at(long position) {
            return links.get((int) position);
        }

        @Override
        public synchronized Place find(String stream, long version) {
            return null;
        }

        @Override
        public synchronized long end() {
            return links.size();
        }
    }
}
