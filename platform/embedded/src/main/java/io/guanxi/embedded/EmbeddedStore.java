package io.guanxi.embedded;

import io.guanxi.embedded.store.StoreServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A stand-in for MongoDB on a laptop and in tests, reached with the real driver over the real wire protocol. It is
 * <em>not</em> MongoDB, and no figure measured on it says anything about a real server.
 *
 * <p>What it promises: a reply comes after the commit of all that it tells of, so that an acknowledged write survives a
 * {@code kill -9} of the process, and so does whatever a reader was shown. Indexes, unique or not, are ordered, and always
 * agree with their collection. Memory and the file stay bounded.
 *
 * <p>What it does not promise: that the last seconds survive a loss of power; replication, transactions, sessions, change
 * streams, unacknowledged writes, collations, the enforcement of expiry (TTL) indexes; nor that every operator of the query
 * language is there, or behaves in every corner as it does in MongoDB.
 */
public final class EmbeddedStore implements AutoCloseable {

    private final DataFolder folder;
    private final StoreServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedStore(DataFolder folder, StoreServer server) {
        this.folder = folder;
        this.server = server;
    }

    /**
     * Starts a store on the loopback interface.
     *
     * @param dir folder of the data, created where it is missing; may be that of an {@link EmbeddedBroker} too
     * @param port 0 for any free port
     * @throws PortTaken if somebody listens on the port
     * @throws DataFolderInUse if another store works on the folder
     */
    public static EmbeddedStore start(Path dir, int port) {
        DataFolder folder = DataFolder.claim(dir, "store");
        try {
            int wanted = port == 0 ? 0 : Ports.available(port, "store");
            InetSocketAddress address = new InetSocketAddress(Ports.HOST, wanted);
            return new EmbeddedStore(folder, new StoreServer(dir.resolve("store.mv"), address));
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** The connection string, without a database. */
    public String uri() {
        return "mongodb://" + Ports.HOST + ":" + port();
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            server.close();
        } finally {
            folder.close();
        }
    }
}
