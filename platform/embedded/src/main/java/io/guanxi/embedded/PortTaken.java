package io.guanxi.embedded;

/** Something else listens on the port that was asked for. Nothing was started. */
public final class PortTaken extends IllegalStateException {

    private final int port;

    PortTaken(int port, String wantedFor, Throwable cause) {
        super("Port %d, wanted for the %s, is taken; free it or choose another port (0 = any free one)"
                .formatted(port, wantedFor));
        initCause(cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
