package io.guanxi.analytics.value.stream;

import io.guanxi.eventing.deadletter.Rejection;

/** What a record of the order topic turns out to be. */
sealed interface Reading {

    record Usable(IncomingOrder order) implements Reading {}

    record Unusable(Rejection rejection) implements Reading {}
}
