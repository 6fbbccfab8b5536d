package io.guanxi.analytics.measuring.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.web.RequestRefused;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStorePartitionException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Just after a move an instance may still be said to have a partition that another one has opened. */
class AskingWhilePartitionsMoveTest {

    private static final HostInfo HERE = new HostInfo("here", 1);
    private static final int ASKED = 1;
    private static final CustomerKey CUSTOMER = CustomerKey.of("acme", "web", "7");

    private static final Currencies NO_CURRENCIES = new Currencies(Map.of(), null, Map.of());

    @TempDir
    Path folder;

    private Instance instance;
    private ValueQuestions questions;

    @BeforeEach
    void start() {
        instance = new Instance(folder);
        questions = new ValueQuestions(() -> instance, () -> HERE, NO_CURRENCIES);
    }

    @AfterEach
    void stop() {
        instance.close();
    }

    @Test
    void aCustomerWhosePartitionHasGoneIsNotSaidToBeUnknown() {
        instance.opened = Set.of(0);
        assertThatThrownBy(() -> questions.customer(CUSTOMER))
                .isInstanceOfSatisfying(RequestRefused.class, AskingWhilePartitionsMoveTest::isNotReady);
    }

    @Test
    void totalsWhosePartitionHasGoneAreNotSaidToBeZero() {
        instance.opened = Set.of(0);
        assertThatThrownBy(() -> questions.tenant("acme"))
                .isInstanceOfSatisfying(RequestRefused.class, AskingWhilePartitionsMoveTest::isNotReady);
    }

    @Test
    void whoHasThePartitionAnswersThatNothingIsKnown() {
        instance.opened = Set.of(0, ASKED);
        assertThat(questions.tenant("acme")).isEqualTo(new Located.Here<TenantValue>(null));
    }

    @Test
    void nobodyIsAskedWhileTheStoresAreOpened() {
        assertThatThrownBy(() -> new ValueQuestions(() -> null, () -> HERE, NO_CURRENCIES).tenant("acme"))
                .isInstanceOfSatisfying(RequestRefused.class, AskingWhilePartitionsMoveTest::isNotReady);
    }

    private static void isNotReady(RequestRefused refused) {
        assertThat(refused.problem().code()).isEqualTo("analytics-not-ready");
        assertThat(refused.problem().status().value()).isEqualTo(503);
    }

    /** Says that it has every key in partition {@value #ASKED}, and has some partitions open, all of them empty. */
    private static final class Instance extends KafkaStreams {

        private Set<Integer> opened = Set.of();

        Instance(Path folder) {
            super(topology(), properties(folder));
        }

        @Override
        public <K> KeyQueryMetadata queryMetadataForKey(String store, K key, Serializer<K> serializer) {
            return new KeyQueryMetadata(HERE, Set.of(), ASKED);
        }

        @Override
        public <T> T store(StoreQueryParameters<T> asked) {
            if (asked.partition() != null && !opened.contains(asked.partition())) {
                throw new InvalidStateStorePartitionException("partition " + asked.partition() + " is not here");
            }
            Object empty = Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {ReadOnlyKeyValueStore.class},
                    (store, method, arguments) -> null);
            @SuppressWarnings("unchecked")
            T store = (T) empty;
            return store;
        }

        private static Topology topology() {
            StreamsBuilder builder = new StreamsBuilder();
            builder.stream("any").foreach((key, value) -> {});
            return builder.build();
        }

        private static Properties properties(Path folder) {
            Properties properties = new Properties();
            properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "asked");
            properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
            properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
            return properties;
        }
    }
}
