package io.guanxi.eventlog.mongo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Stands between a driver and its server and cuts connections: before a request passes, or before its reply does. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final RandomGenerator random;
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile double chance;

    CuttingProxy(int target, long seed) throws IOException {
        this.target = target;
        this.random = new SplittableRandom(seed);
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** @param chance of a cut at every piece that passes, from 0 to 1 */
    void cut(double chance) {
        this.chance = chance;
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofVirtual().start(() -> pass(client, server));
                Thread.ofVirtual().start(() -> pass(server, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] piece = new byte[65536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (strikes()) {
                    cuts.incrementAndGet();
                    return;
                }
                out.write(piece, 0, read);
            }
        } catch (IOException cut) {
            // The other direction closed both ends.
        }
    }

    private synchronized boolean strikes() {
        return random.nextDouble() < chance;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
