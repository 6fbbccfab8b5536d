package io.guanxi.eventlog.sample;

import io.guanxi.kernel.Money;
import java.time.Instant;
import java.util.List;

public sealed interface JarCommand {

    record PlaceJar(String label, Instant at) implements JarCommand {}

    /** Adds as many events as there are lists. */
    record AddCoins(List<List<Money>> handfuls) implements JarCommand {}

    record SealJar() implements JarCommand {}

    /** Nothing happens, whatever the state. */
    record LookAtJar() implements JarCommand {}
}
