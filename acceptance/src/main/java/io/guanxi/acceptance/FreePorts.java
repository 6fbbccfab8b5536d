package io.guanxi.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds room for a platform's block of ports. */
final class FreePorts {

    private static final int BLOCK = 18;
    private static final int FIRST = 20_000;
    // Above this the system itself gives ports away to outgoing connections.
    private static final int LAST = 32_000;

    private FreePorts() {}

    static int block() throws IOException {
        for (int attempt = 0; attempt < 200; attempt++) {
            int candidate = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (allFree(candidate)) {
                return candidate;
            }
        }
        throw new IOException("no block of " + BLOCK + " free ports between " + FIRST + " and " + LAST);
    }

    private static boolean allFree(int first) {
        for (int port = first; port < first + BLOCK; port++) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
