package io.guanxi.eventlog.proof.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The store server: the embedded stand-in in a process of its own, or one that is there already. */
public final class Server implements AutoCloseable {

    /** {@code -Dguanxi.proof.uri=mongodb://…} puts the proof on another server. */
    private static final String GIVEN = System.getProperty("guanxi.proof.uri", "");

    private final Path folder;
    private final String host;
    private final int port;
    private @Nullable Child child;

    private Server(Path folder, @Nullable Child child, String host, int port) {
        this.folder = folder;
        this.child = child;
        this.host = host;
        this.port = port;
    }

    public static Server start(Path folder) {
        if (!GIVEN.isEmpty()) {
            URI given = URI.create(GIVEN);
            return new Server(folder, null, given.getHost(), given.getPort() < 0 ? 27017 : given.getPort());
        }
        Child child = embedded(folder, 0);
        return new Server(folder, child, "127.0.0.1", port(child));
    }

    private static Child embedded(Path folder, int port) {
        return Child.start(
                StoreProcess.class, folder, 0, List.of(folder.resolve("store").toString(), Integer.toString(port)));
    }

    private static int port(Child child) {
        return Integer.parseInt(child.hear().split(" ")[1]);
    }

    public String name() {
        return child == null ? GIVEN : "the embedded stand-in (mongo-java-server, not MongoDB)";
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public String uri() {
        return child == null ? GIVEN : "mongodb://" + host + ":" + port;
    }

    /** Whether its process is ours to kill and to stop. */
    public boolean isOurs() {
        return child != null;
    }

    public synchronized void killAndRestart() {
        child.kill();
        child = embedded(folder, port);
        port(child);
    }

    public synchronized void stop() {
        child.stop();
    }

    public synchronized void goOn() {
        child.goOn();
    }

    @Override
    public void close() {
        if (child != null) {
            child.close();
        }
    }
}
