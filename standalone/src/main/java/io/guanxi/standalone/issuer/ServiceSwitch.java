package io.guanxi.standalone.issuer;

/** Takes one service of the running platform away, or brings it back. */
@FunctionalInterface
public interface ServiceSwitch {

    /** @throws IllegalArgumentException if there is no service of that name */
    void set(String service, boolean on);
}
