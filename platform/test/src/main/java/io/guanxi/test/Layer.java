package io.guanxi.test;

import java.util.Locale;

/** The packages that a service may have, by the last part of their name. */
public enum Layer {
    DOMAIN,
    COMMAND,
    PROCESS,
    VIEW,
    WEB,
    MESSAGING;

    /** The pattern of the layer's packages, for ArchUnit. */
    String within(String basePackage) {
        return basePackage + ".." + name().toLowerCase(Locale.ROOT) + "..";
    }
}
