package io.guanxi.embedded;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker of one node (KRaft, broker and controller in one), in this process and on the loopback interface.
 *
 * <p>An acknowledged record survives a {@code kill -9} of the process, since the operating system has it by then; it need
 * not survive a loss of power. After a kill, starting again on the same folder recovers the logs.
 *
 * <p>Kafka ends the whole process when its own log folder fails (a full disk, for example); this is its design and not
 * changed here.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final DataFolder folder;
    private final KafkaRaftServer server;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(DataFolder folder, KafkaRaftServer server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker and returns when it accepts clients.
     *
     * @param dir folder of the data, created where it is missing; may be that of an {@link EmbeddedStore} too
     * @param port for clients, 0 for any free port
     * @param controllerPort for the controller, 0 for any free port
     * @throws PortTaken if somebody listens on one of the ports
     * @throws DataFolderInUse if another broker works on the folder
     */
    public static EmbeddedBroker start(Path dir, int port, int controllerPort) {
        DataFolder folder = DataFolder.claim(dir, "broker");
        try {
            return start(folder, port, controllerPort);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static EmbeddedBroker start(DataFolder folder, int port, int controllerPort) {
        int clients = Ports.available(port, "broker");
        int controller = Ports.available(controllerPort, "broker's controller");
        Path logs = folder.path().resolve("kafka");
        formatIfNew(logs);
        KafkaConfig config = KafkaConfig.fromProps(BrokerSettings.of(logs, clients, controller));
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            stop(server);
            throw e;
        }
        return new EmbeddedBroker(folder, server, clients);
    }

    /** Formatting writes meta.properties last, so that a folder whose formatting was cut short is formatted again. */
    private static void formatIfNew(Path logs) {
        if (Files.exists(logs.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setDirectories(List.of(logs.toString()))
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setMetadataLogDirectory(logs.toString())
                    .setSupportedFeatures(new ArrayList<>(Feature.PRODUCTION_FEATURES))
                    .setPrintStream(new PrintStream(PrintStream.nullOutputStream()))
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot format the broker's folder " + logs.toAbsolutePath(), e);
        }
    }

    private static void stop(KafkaRaftServer server) {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Host and port for clients. */
    public String bootstrapServers() {
        return Ports.HOST + ":" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            stop(server);
        } catch (RuntimeException e) {
            LOG.warn("The broker did not stop cleanly; the next start recovers its logs", e);
        } finally {
            folder.close();
        }
    }
}
