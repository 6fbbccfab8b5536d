package io.guanxi.eventing.follow;

import java.util.List;

/** Contributes work that follows the event log. */
@FunctionalInterface
public interface Works {

    List<Work> following(EventSource source);
}
