package io.guanxi.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartingToServeTest {

    @Test
    void a_store_that_cannot_listen_leaves_nobody_at_work_on_its_file(@TempDir Path folder) throws Exception {
        Set<Thread> before = atWork();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = new InetSocketAddress(taken.getInetAddress(), taken.getLocalPort());
            assertThatThrownBy(() -> new StoreServer(folder.resolve("store.mv"), address))
                    .hasMessageContaining("in use");
        }
        assertThat(before).containsAll(atWork());
    }

    private static Set<Thread> atWork() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("store-housekeeping"))
                .collect(Collectors.toSet());
    }
}
