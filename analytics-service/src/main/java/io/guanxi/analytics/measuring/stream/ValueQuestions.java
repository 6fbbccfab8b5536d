package io.guanxi.analytics.measuring.stream;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.web.RequestRefused;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Answers from the state stores. Every method refuses with {@code analytics-not-ready} (503) while the stores are not
 * there: no answer is better than a wrong number.
 */
public final class ValueQuestions {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Supplier<@Nullable KafkaStreams> streams;
    private final Supplier<HostInfo> address;
    private final Currencies currencies;
    private final InForceTable inForce;

    /**
     * @param streams null while they cannot be asked
     * @param address of this instance, as the others know it
     */
    ValueQuestions(Supplier<@Nullable KafkaStreams> streams, Supplier<HostInfo> address, Currencies currencies) {
        this.streams = streams;
        this.address = address;
        this.currencies = currencies;
        this.inForce = new InForceTable(() -> store(answering(), ValueTopology.BOUNDARIES));
    }

    public Located<CustomerValue> customer(CustomerKey customer) {
        String key = customer.toString();
        return ask(ValueTopology.CUSTOMERS, key, (running, partition) -> {
            CustomerEntry entry = new StoredCustomers(
                            partition(running, ValueTopology.CUSTOMERS, partition),
                            partition(running, ValueTopology.ORDERS, partition))
                    .find(key);
            return entry == null ? null : CustomerValue.of(entry, versions(customer.tenant()));
        });
    }

    public Located<TenantValue> tenant(String tenant) {
        return ask(ValueTopology.TENANTS, tenant, (running, partition) -> {
            byte[] stored = partition(running, ValueTopology.TENANTS, partition).get(StoreKeys.tenant(tenant));
            TenantEntry entry = stored == null ? null : StoredForms.tenant(stored);
            return entry == null ? null : new TenantValue(entry.totals(), entry.grades());
        });
    }

    /** All that the tenant's customers were ever judged by; every instance has it. */
    public Compared versions(String tenant) {
        try {
            return new Compared(inForce.of(tenant), currencies.conversion(tenant));
        } catch (InvalidStateStoreException e) {
            throw notReady();
        }
    }

    /** Every instance has them. Empty as long as nothing was measured. */
    public Optional<RevisedBoundaries> boundaries(String tenant) {
        try {
            return Optional.ofNullable(new BoundariesInForce(store(answering(), ValueTopology.BOUNDARIES)).of(tenant));
        } catch (InvalidStateStoreException e) {
            throw notReady();
        }
    }

    /** Asked is the owner of the key's partition, who alone has its store open. */
    private <T> Located<T> ask(String store, String key, Question<T> question) {
        KafkaStreams running = answering();
        try {
            KeyQueryMetadata place = running.queryMetadataForKey(store, key, new StringSerializer());
            if (place == null || place.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
                throw notReady();
            }
            HostInfo owner = place.activeHost();
            if (owner.equals(address.get())) {
                return new Located.Here<>(question.ask(running, place.partition()));
            }
            return new Located.Elsewhere<>(owner.host(), owner.port());
        } catch (InvalidStateStoreException e) {
            throw notReady();
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        @Nullable
        T ask(KafkaStreams running, int partition);
    }

    private KafkaStreams answering() {
        KafkaStreams running = streams.get();
        if (running == null) {
            throw notReady();
        }
        return running;
    }

    /** Of the key's own partition: if that has just moved, asking the others would say that nobody is known. */
    private static ReadOnlyKeyValueStore<Bytes, byte[]> partition(KafkaStreams running, String name, int partition) {
        StoreQueryParameters<ReadOnlyKeyValueStore<Bytes, byte[]>> any =
                StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore());
        return running.store(any.withPartition(partition));
    }

    private static ReadOnlyKeyValueStore<Bytes, byte[]> store(KafkaStreams running, String name) {
        return running.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
    }

    private static RequestRefused notReady() {
        return RequestRefused.unavailable(
                "analytics-not-ready", "The measures are being opened or moved. Ask again.", RETRY_AFTER);
    }
}
