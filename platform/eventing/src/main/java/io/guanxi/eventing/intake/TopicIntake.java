package io.guanxi.eventing.intake;

import io.guanxi.eventing.deadletter.Coordinates;
import io.guanxi.eventing.deadletter.DeadLetters.Dead;
import io.guanxi.eventing.signals.EventingSignals;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in the records of one topic. A batch returns when every record of it has had its effect, is parked or is a dead
 * letter; else it throws, and the same batch comes again. Customers are handled side by side, each one's events in order.
 */
final class TopicIntake implements Consumer<RecordBatch> {

    private static final Logger LOG = LoggerFactory.getLogger(TopicIntake.class);

    private final String topic;
    private final LaneWork work;
    private final LaneLocks locks;
    private final ParkedLanes parked;
    private final Consumer<List<Dead>> deadLetters;
    private final ExecutorService pool;
    private final Duration budget;
    private final MeterRegistry meters;

    /** What of a batch that failed is done; a slow or broken customer does not make the others' work be repeated. */
    private final Set<Coordinates> done = ConcurrentHashMap.newKeySet();

    /** @param budget how long a batch may take, well below the time after which the broker takes a reader for dead */
    TopicIntake(
            String topic,
            LaneWork work,
            LaneLocks locks,
            ParkedLanes parked,
            Consumer<List<Dead>> deadLetters,
            ExecutorService pool,
            Duration budget,
            MeterRegistry meters) {
        this.topic = topic;
        this.work = work;
        this.locks = locks;
        this.parked = parked;
        this.deadLetters = deadLetters;
        this.pool = pool;
        this.budget = budget;
        this.meters = meters;
    }

    String topic() {
        return topic;
    }

    LaneWork work() {
        return work;
    }

    @Override
    public void accept(RecordBatch batch) {
        List<ConsumerRecord<byte[], byte[]>> records = batch.records();
        try {
            parked.load(topic, records.stream().map(ConsumerRecord::partition).collect(Collectors.toSet()));
            deadLetters.accept(inLanes(lanes(records)));
        } catch (RuntimeException e) {
            meters.counter(EventingSignals.INTAKE_RETRIES.meter(), "topic", topic)
                    .increment();
            LOG.warn(
                    "A batch of {} records of {} is given back and comes again: {}",
                    records.size(),
                    topic,
                    e.toString());
            throw e instanceof InfrastructureFailure ? e : new InfrastructureFailure(e);
        }
        records.forEach(record -> done.remove(Coordinates.of(record)));
    }

    /** Somebody else may read these partitions now. */
    void revoked(Collection<Integer> partitions) {
        done.removeIf(place -> partitions.contains(place.partition()));
    }

    private static Map<Lane, List<ConsumerRecord<byte[], byte[]>>> lanes(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<Lane, List<ConsumerRecord<byte[], byte[]>>> lanes = new LinkedHashMap<>();
        records.forEach(record ->
                lanes.computeIfAbsent(Lane.of(record), any -> new ArrayList<>()).add(record));
        return lanes;
    }

    private List<Dead> inLanes(Map<Lane, List<ConsumerRecord<byte[], byte[]>>> lanes) {
        List<Callable<List<Dead>>> tasks = new ArrayList<>();
        lanes.forEach((lane, records) -> tasks.add(() -> locks.in(lane, budget, () -> work.process(lane, records, done))
                .orElseThrow(
                        () -> new InfrastructureFailure("A customer's earlier event has not ended in " + budget))));
        try {
            return gathered(pool.invokeAll(tasks, budget.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureFailure(e);
        }
    }

    private List<Dead> gathered(List<Future<List<Dead>>> results) throws InterruptedException {
        List<Dead> dead = new ArrayList<>();
        @Nullable InfrastructureFailure failure = null;
        for (Future<List<Dead>> result : results) {
            try {
                dead.addAll(result.get());
            } catch (ExecutionException e) {
                failure = failure == null ? new InfrastructureFailure(e.getCause()) : failure;
            } catch (CancellationException e) {
                failure = failure == null ? new InfrastructureFailure("A batch has not ended in " + budget) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return dead;
    }
}
