package io.guanxi.analytics.measuring.stream;

import io.guanxi.eventing.deadletter.Coordinates;

/** Is told that the replay of a dead letter could be used. Must return at once; may be told more than once. */
@FunctionalInterface
public interface ReplayAnswers {

    void takenIn(Coordinates origin, String tenant);
}
