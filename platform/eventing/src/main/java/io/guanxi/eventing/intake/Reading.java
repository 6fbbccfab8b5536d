package io.guanxi.eventing.intake;

import io.guanxi.eventing.deadletter.Rejection;

/** What a record turns out to be. */
sealed interface Reading {

    record Usable(IncomingEvent event) implements Reading {}

    record Unusable(Rejection rejection) implements Reading {}
}
