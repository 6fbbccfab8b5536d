package io.guanxi.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.guanxi.embedded.EmbeddedStore;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class LosingAPartTest {

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aStoreThatStopsIsSeenInSeconds(@TempDir Path folder) {
        EmbeddedStore store = EmbeddedStore.start(folder, 0);
        try (MongoClient client = MongoClients.create(store.uri())) {
            StoreHealth health = new StoreHealth(client.getDatabase("any"));
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            store.close();
            long asked = System.nanoTime();
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aBrokerThatIsNotThereIsSeenInSeconds() throws IOException {
        try (BrokerHealth health = new BrokerHealth(Map.of("bootstrap.servers", "127.0.0.1:" + freePort()))) {
            long asked = System.nanoTime();
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(15));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
