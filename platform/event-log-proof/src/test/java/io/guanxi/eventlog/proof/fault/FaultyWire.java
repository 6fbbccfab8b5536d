package io.guanxi.eventlog.proof.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * Stands between the processes and the store. While it is rough, it cuts connections before a request passes, in its middle
 * or after it, so that the reply is lost; and holds pieces back for a while.
 */
public final class FaultyWire implements AutoCloseable {

    private static final int LONGEST_DELAY_MILLIS = 250;
    private static final String INSERT = "\u0002insert\u0000";

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final RandomGenerator random;
    private final Map<Mishap, AtomicInteger> counts = new ConcurrentHashMap<>();
    private volatile double chance;
    private volatile boolean losesReplyOfInsert;

    /** What may happen to a piece on its way. */
    private enum Mishap {
        NONE,
        CUT_BEFORE,
        CUT_INSIDE,
        CUT_AFTER,
        DELAYED
    }

    public FaultyWire(String host, int port, long seed) {
        this.host = host;
        this.port = port;
        this.random = new SplittableRandom(seed);
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public String uri() {
        return "mongodb://127.0.0.1:" + door.getLocalPort() + "/?directConnection=true";
    }

    /** @param chance of a mishap to each piece that passes, from 0 to 1 */
    public void rough(double chance) {
        this.chance = chance;
    }

    /** The next insert passes, and its connection is cut before the reply does. */
    public void loseReplyOfNextInsert() {
        losesReplyOfInsert = true;
    }

    public String counts() {
        return counts.toString();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket server = new Socket(host, port)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Wire wire = new Wire(client, server);
            Thread back = Thread.ofVirtual().start(() -> wire.pass(server, client, false));
            wire.pass(client, server, true);
            back.join();
        } catch (IOException away) {
            // The store is down; whoever called finds the connection closed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Mishap mishap() {
        if (random.nextDouble() >= chance) {
            return Mishap.NONE;
        }
        Mishap mishap = Mishap.values()[1 + random.nextInt(Mishap.values().length - 1)];
        counts.computeIfAbsent(mishap, kind -> new AtomicInteger()).incrementAndGet();
        return mishap;
    }

    private synchronized long delayNanos() {
        return random.nextInt(LONGEST_DELAY_MILLIS) * 1_000_000L;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    /** One connection; what comes back after a loss was decided is thrown away. */
    private final class Wire {

        private final Socket client;
        private final Socket server;
        private volatile boolean deaf;

        Wire(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void pass(Socket from, Socket to, boolean request) {
            byte[] piece = new byte[65536];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                    if (!request && deaf) {
                        return;
                    }
                    if (request && losesReplyOfInsert && isInsert(piece, read)) {
                        losesReplyOfInsert = false;
                        deaf = true;
                    }
                    if (!passed(piece, read, out, request)) {
                        return;
                    }
                }
            } catch (IOException cut) {
                // The other direction closed both ends.
            } finally {
                close(client);
                close(server);
            }
        }

        /** @return false when the connection is to be cut */
        private boolean passed(byte[] piece, int length, OutputStream out, boolean request) throws IOException {
            switch (mishap()) {
                case NONE -> out.write(piece, 0, length);
                case DELAYED -> {
                    LockSupport.parkNanos(delayNanos());
                    out.write(piece, 0, length);
                }
                case CUT_BEFORE -> {
                    return false;
                }
                case CUT_INSIDE -> {
                    out.write(piece, 0, length / 2);
                    return false;
                }
                case CUT_AFTER -> {
                    out.write(piece, 0, length);
                    deaf = request;
                    return request;
                }
            }
            return true;
        }

        private static boolean isInsert(byte[] piece, int length) {
            return new String(piece, 0, length, StandardCharsets.ISO_8859_1).contains(INSERT);
        }

        private static void close(Socket socket) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
