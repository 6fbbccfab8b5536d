package io.guanxi.standalone.platform;

import java.util.Map;

/**
 * The ports of one platform: a block that begins with the gateway's, so that one number moves them all.
 *
 * @param gateway the first port, between 1024 and 65518
 */
public record PortPlan(int gateway) {

    static final int SIZE = 18;

    public PortPlan {
        if (gateway < 1024 || gateway > 65535 - SIZE + 1) {
            throw new IllegalArgumentException(
                    "GUANXI_PORT: %d (expected: 1024 to %d, the first of a block of %d ports)"
                            .formatted(gateway, 65535 - SIZE + 1, SIZE));
        }
    }

    /** The block that {@code GUANXI_PORT} names, or the one at 8080. */
    public static PortPlan fromEnvironment(Map<String, String> environment) {
        String named = environment.getOrDefault("GUANXI_PORT", "8080");
        try {
            return new PortPlan(Integer.parseInt(named));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("GUANXI_PORT: " + named + " (expected: a port number)", e);
        }
    }

    public int of(Service service) {
        return gateway + service.ordinal();
    }

    public int issuer() {
        return gateway + 5;
    }

    /** Where shops and subscribers reach the broker. */
    public int broker() {
        return gateway + 12;
    }

    int controller() {
        return gateway + 13;
    }

    /** Where the services' databases are; it takes callers on this machine only. */
    public int store() {
        return gateway + 17;
    }
}
