package io.guanxi.eventlog.proof.process;

import io.guanxi.embedded.EmbeddedStore;
import java.io.IOException;
import java.nio.file.Path;

/** The stand-in for MongoDB in a process of its own, so that it can be killed. */
public final class StoreProcess {

    private StoreProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (EmbeddedStore store = EmbeddedStore.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            System.out.println("port " + store.port());
            Post.untilUnwanted();
        }
    }
}
