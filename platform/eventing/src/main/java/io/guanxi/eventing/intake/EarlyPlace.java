package io.guanxi.eventing.intake;

import io.guanxi.eventing.deadletter.Coordinates;
import java.time.Instant;

/** Where an early event stands among those of its lane: by when it happened, then by when it came. */
record EarlyPlace(Instant happened, Coordinates origin) {

    static EarlyPlace of(ParkedEvent event) {
        return new EarlyPlace(event.happened(), event.origin());
    }
}
