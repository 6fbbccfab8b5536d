package io.guanxi.eventing.intake;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Where events wait, durably. An event is in it once, under the place where it stands on its topic. All methods let the
 * store's exceptions through.
 */
interface Parking {

    /** The first of a lane's queue, in the order in which they came. */
    List<ParkedEvent> queue(Lane lane, int limit);

    boolean isQueued(Lane lane);

    /** A lane's early events, oldest first by when they happened. */
    List<ParkedEvent> early(Lane lane);

    /** Returns when it is stored. One that is there already stays as it is. */
    void park(ParkedEvent event);

    /** Takes the place of what is stored of the same event. */
    void update(ParkedEvent event);

    void remove(ParkedEvent event);

    /** The lanes with events of some partitions of a topic. */
    Set<Lane> lanes(String topic, Collection<Integer> partitions);
}
