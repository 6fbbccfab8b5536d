package io.guanxi.eventing.intake;

import io.guanxi.eventing.deadletter.Coordinates;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Which lanes have parked events, as far as this instance's partitions go. Only the owner of a partition parks its events,
 * so once loaded this is right without asking the store for each batch. It may say yes for a lane that has none any more;
 * it never says no for one that has, but for what a former owner parks after it lost the partition, which the new owner meets
 * again by itself, since that offset was not committed.
 */
final class ParkedLanes {

    private final Parking parking;
    private final LongSupplier nanoTime;
    private final Map<Lane, Long> lanes = new ConcurrentHashMap<>();
    private final Map<String, Set<Integer>> loaded = new ConcurrentHashMap<>();
    private final Map<String, Set<Integer>> owned = new ConcurrentHashMap<>();

    ParkedLanes(Parking parking, LongSupplier nanoTime) {
        this.parking = parking;
        this.nanoTime = nanoTime;
    }

    /** This instance reads these partitions from now on. */
    void assigned(String topic, Collection<Integer> partitions) {
        in(loaded, topic).removeAll(partitions);
        in(owned, topic).addAll(partitions);
    }

    void revoked(String topic, Collection<Integer> partitions) {
        in(owned, topic).removeAll(partitions);
        in(loaded, topic).removeAll(partitions);
    }

    boolean owns(Coordinates record) {
        return in(owned, record.topic()).contains(record.partition());
    }

    /** Must be called before the first record of a partition is judged. */
    void load(String topic, Collection<Integer> partitions) {
        if (!in(loaded, topic).containsAll(partitions)) {
            in(owned, topic).addAll(partitions);
            parking.lanes(topic, partitions).forEach(this::add);
            in(loaded, topic).addAll(partitions);
        }
    }

    boolean mayHold(Lane lane) {
        return lanes.containsKey(lane);
    }

    /** To be called after something of this lane is stored. */
    void add(Lane lane) {
        lanes.put(lane, nanoTime.getAsLong());
    }

    /** Asks the store which lanes of the owned partitions have parked events, and forgets those that have none. */
    Set<Lane> refresh(String topic) {
        long asked = nanoTime.getAsLong();
        Set<Integer> partitions = Set.copyOf(in(owned, topic));
        Set<Lane> stored = partitions.isEmpty() ? Set.of() : parking.lanes(topic, partitions);
        stored.forEach(lane -> lanes.putIfAbsent(lane, asked));
        lanes.entrySet()
                .removeIf(entry -> entry.getKey().topic().equals(topic)
                        && entry.getValue() - asked < 0
                        && !stored.contains(entry.getKey()));
        return stored;
    }

    int size(String topic) {
        return (int) lanes.keySet().stream()
                .filter(lane -> lane.topic().equals(topic))
                .count();
    }

    private static Set<Integer> in(Map<String, Set<Integer>> partitions, String topic) {
        return partitions.computeIfAbsent(topic, any -> ConcurrentHashMap.newKeySet());
    }
}
