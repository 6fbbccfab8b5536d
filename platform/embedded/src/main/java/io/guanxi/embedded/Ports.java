package io.guanxi.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface. */
final class Ports {

    static final String HOST = "127.0.0.1";

    private Ports() {}

    /**
     * The port itself, or a free one for 0. It is tried and given back, so that a later bind can still lose it to
     * somebody quicker.
     *
     * @throws PortTaken if somebody listens there
     */
    static int available(int port, String wantedFor) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new PortTaken(port, wantedFor, e);
        }
    }
}
