package io.guanxi.benchmarks.log;

import io.guanxi.embedded.EmbeddedStore;
import java.io.IOException;
import java.nio.file.Path;

/** The embedded store alone in a process. It says where it listens and ends when its input does, so never outlives its parent. */
final class ServedStore {

    private ServedStore() {}

    public static void main(String[] arguments) throws IOException {
        try (EmbeddedStore store = EmbeddedStore.start(Path.of(arguments[0]), 0)) {
            System.out.println(store.uri());
            while (System.in.read() >= 0) {
                // Nobody says anything; only the end of the input counts.
            }
        }
    }
}
