package io.guanxi.eventing.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records so that what is in a partition is always a prefix of what was asked for, in its order, until all of it is
 * there.
 *
 * <p>The client is never allowed to give up on one record and go on with the next: its own delivery timeout is without
 * limit. Who waits too long here, or meets any error, closes the client at once, which drops all that is not yet
 * acknowledged; the broker refuses what arrives out of sequence. The caller then repeats all of its records.
 *
 * <p>Safe for threads, which share one connection.
 */
public final class Publisher implements AutoCloseable {

    private final Function<Map<String, Object>, Producer<byte[], byte[]>> clients;
    private final Map<String, Object> configuration;
    private final Duration patience;

    private @Nullable Producer<byte[], byte[]> client;
    private boolean closed;

    /**
     * @param configuration where the brokers are and how to speak to them
     * @param patience how long all records of one call may take
     */
    public Publisher(Map<String, Object> configuration, Duration patience) {
        this(configuration, patience, KafkaProducer::new);
    }

    Publisher(
            Map<String, Object> configuration,
            Duration patience,
            Function<Map<String, Object>, Producer<byte[], byte[]>> clients) {
        this.configuration = strict(configuration, patience);
        this.patience = patience;
        this.clients = clients;
    }

    private static Map<String, Object> strict(Map<String, Object> given, Duration patience) {
        Map<String, Object> strict = new HashMap<>(given);
        strict.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        strict.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        strict.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        strict.put(ProducerConfig.ACKS_CONFIG, "all");
        strict.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        strict.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        strict.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        strict.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience.toMillis());
        return strict;
    }

    /**
     * Returns when all records are acknowledged by all replicas in sync.
     *
     * @throws KafkaException if that is not certain; then a first part of them may be there, and all must be written again
     */
    public void publish(List<ProducerRecord<byte[], byte[]>> records) {
        if (records.isEmpty()) {
            return;
        }
        Producer<byte[], byte[]> used = client();
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            List<Future<?>> sent = new ArrayList<>(records.size());
            for (ProducerRecord<byte[], byte[]> record : records) {
                Future<?> future = used.send(record);
                if (future.isDone()) {
                    // One that failed at once must not be overtaken by the next.
                    await(future, deadline);
                }
                sent.add(future);
            }
            sent.forEach(future -> await(future, deadline));
        } catch (RuntimeException e) {
            discard(used);
            throw e;
        }
    }

    private static void await(Future<?> future, long deadline) {
        try {
            future.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("A record was not acknowledged: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException("A record was not acknowledged in time", e);
        }
    }

    private synchronized Producer<byte[], byte[]> client() {
        if (closed) {
            throw new KafkaException("This service is stopping and publishes nothing more");
        }
        Producer<byte[], byte[]> present = client;
        if (present == null) {
            present = clients.apply(configuration);
            client = present;
        }
        return present;
    }

    private void discard(Producer<byte[], byte[]> failed) {
        synchronized (this) {
            if (client == failed) {
                client = null;
            }
        }
        failed.close(Duration.ZERO);
    }

    @Override
    public void close() {
        Producer<byte[], byte[]> last;
        synchronized (this) {
            closed = true;
            last = client;
            client = null;
        }
        if (last != null) {
            last.close(Duration.ofSeconds(5));
        }
    }
}
