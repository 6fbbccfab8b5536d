package io.guanxi.eventing.intake;

import io.guanxi.eventing.deadletter.Rejection;

/** What a record turns out to be, as far as it says by itself. */
public sealed interface Reading {

    record Usable(IncomingEvent event) implements Reading {}

    /** It is a dead letter, however often it comes. */
    record Unusable(Rejection rejection) implements Reading {}
}
