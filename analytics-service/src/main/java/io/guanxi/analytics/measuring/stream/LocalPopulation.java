package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.population.Member;
import io.guanxi.analytics.population.Population;
import io.guanxi.analytics.value.domain.OrderRecord;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.Topics;
import io.guanxi.web.RequestRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The customers and orders of the partitions that this instance has. Every method refuses with {@code analytics-not-ready}
 * (503) while a partition that is asked for is not here: an incomplete population would be a wrong number.
 */
public final class LocalPopulation implements Population {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Supplier<@Nullable KafkaStreams> streams;
    private final Supplier<HostInfo> address;

    /**
     * @param streams null while they cannot be asked
     * @param address of this instance, as the others know it
     */
    LocalPopulation(Supplier<@Nullable KafkaStreams> streams, Supplier<HostInfo> address) {
        this.streams = streams;
        this.address = address;
    }

    /**
     * Which partitions an instance has. All instances together have each partition once.
     *
     * @param here whether it is this one
     */
    public record Share(String host, int port, boolean here, SortedSet<Integer> partitions) {}

    /** How the customers are spread at present, as this instance knows it. */
    public List<Share> shares() {
        KafkaStreams running = answering();
        List<Share> shares = new ArrayList<>();
        try {
            for (StreamsMetadata instance : running.streamsMetadataForStore(ValueTopology.CUSTOMERS)) {
                SortedSet<Integer> partitions = new TreeSet<>();
                instance.topicPartitions().stream()
                        .filter(place -> place.topic().equals(Topics.SHOP_ORDERS))
                        .map(TopicPartition::partition)
                        .forEach(partitions::add);
                if (!partitions.isEmpty()) {
                    boolean here = instance.hostInfo().equals(address.get());
                    shares.add(new Share(instance.host(), instance.port(), here, partitions));
                }
            }
        } catch (IllegalStateException moving) {
            throw notReady();
        }
        return shares;
    }

    /** Of all partitions of this instance. */
    @Override
    public void scan(String tenant, Consumer<Member> each) {
        scan(tenant, own(), each);
    }

    /** @param partitions all of which must be here */
    public void scan(String tenant, SortedSet<Integer> partitions, Consumer<Member> each) {
        for (int partition : partitions) {
            reading(
                    partition,
                    customers -> customers.eachOf(
                            tenant,
                            (customer, entry) -> each.accept(new Member(
                                    CustomerKey.parse(customer).customerId(),
                                    entry.history(),
                                    entry.judged().standing()))));
        }
    }

    /** Of all partitions of this instance. */
    @Override
    public void orders(String tenant, BiConsumer<String, OrderRecord> each) {
        orders(tenant, own(), each);
    }

    /** @param partitions all of which must be here */
    public void orders(String tenant, SortedSet<Integer> partitions, BiConsumer<String, OrderRecord> each) {
        for (int partition : partitions) {
            reading(
                    partition,
                    customers -> customers.eachOrderOf(
                            tenant,
                            (customer, order) ->
                                    each.accept(CustomerKey.parse(customer).customerId(), order)));
        }
    }

    private SortedSet<Integer> own() {
        return shares().stream()
                .filter(Share::here)
                .findAny()
                .map(Share::partitions)
                .orElseThrow(LocalPopulation::notReady);
    }

    private void reading(int partition, Consumer<StoredCustomers> reader) {
        KafkaStreams running = answering();
        try {
            reader.accept(new StoredCustomers(
                    store(running, ValueTopology.CUSTOMERS, partition),
                    store(running, ValueTopology.ORDERS, partition)));
        } catch (InvalidStateStoreException moving) {
            throw notReady();
        }
    }

    private KafkaStreams answering() {
        KafkaStreams running = streams.get();
        if (running == null) {
            throw notReady();
        }
        return running;
    }

    private static ReadOnlyKeyValueStore<Bytes, byte[]> store(KafkaStreams running, String name, int partition) {
        StoreQueryParameters<ReadOnlyKeyValueStore<Bytes, byte[]>> any =
                StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore());
        return running.store(any.withPartition(partition));
    }

    private static RequestRefused notReady() {
        return RequestRefused.unavailable(
                "analytics-not-ready", "The measures are being opened or moved. Ask again.", RETRY_AFTER);
    }
}
