package io.guanxi.eventing.intake;

import io.guanxi.eventing.deadletter.Coordinates;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where events wait, durably. An event is in it once, under the place where it stands on its topic. All methods let the
 * store's exceptions through.
 */
interface Parking {

    /** The first of a lane's queue, in the order in which they came. */
    List<ParkedEvent> queue(Lane lane, int limit);

    boolean isQueued(Lane lane);

    /**
     * A part of a lane's early events, oldest first by when they happened.
     *
     * @param order leaves out those that wait for another order; null for all
     * @param after the last of the part before; null for the first part
     */
    List<ParkedEvent> early(Lane lane, @Nullable String order, @Nullable EarlyPlace after, int limit);

    /** At which of some places early events stand. */
    Set<Coordinates> earlyAmong(Collection<Coordinates> places);

    /** Returns when it is stored. One that is there already stays as it is. */
    void park(ParkedEvent event);

    /** Takes the place of what is stored of the same event. */
    void update(ParkedEvent event);

    void remove(ParkedEvent event);

    /** The lanes with events of some partitions of a topic. */
    Set<Lane> lanes(String topic, Collection<Integer> partitions);
}
