package io.guanxi.embedded;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;

/**
 * A stand-in for MongoDB on a laptop and in tests. It is <em>not</em> MongoDB: figures measured on it say nothing about a
 * real server, and it knows no transactions, no sessions and only part of the query language.
 */
public final class EmbeddedStore implements AutoCloseable {

    private final DataFolder folder;
    private final MongoServer server;
    private final int port;

    private EmbeddedStore(DataFolder folder, MongoServer server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a store on the loopback interface.
     *
     * @param dir folder of the data, created where it is missing
     * @param port 0 for any free port
     * @throws PortTaken if somebody listens on the port
     * @throws DataFolderInUse if another store works on the folder
     */
    public static EmbeddedStore start(Path dir, int port) {
        DataFolder folder = DataFolder.claim(dir, "store");
        try {
            int bound = Ports.available(port, "store");
            MongoServer server =
                    new MongoServer(new H2Backend(dir.resolve("store.mv").toString()));
            server.bind(Ports.HOST, bound);
            return new EmbeddedStore(folder, server, bound);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** The connection string, without a database. */
    public String uri() {
        return "mongodb://" + Ports.HOST + ":" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdownNow();
        folder.close();
    }
}
