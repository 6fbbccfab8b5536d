package io.guanxi.eventing.intake;

import io.guanxi.eventing.deadletter.Coordinates;
import io.guanxi.eventing.deadletter.DeadLetters.Dead;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A partition, a consumer group, a store and a service in memory, on one thread, which may die at any step: before or after
 * anything that lasts.
 */
final class OneTopic {

    /** The process dies here; an error of the machine, so that no handler's failure is seen in it. */
    static final class Died extends InternalError {
        private static final long serialVersionUID = 1L;
    }

    final List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();
    final Map<String, ParkedEvent> parkedById = new TreeMap<>();
    final Map<String, Dead> deadByPlace = new LinkedHashMap<>();

    /** What each customer's aggregate has accepted, in its order; an event it knows already has no second effect. */
    final Map<String, List<String>> effects = new LinkedHashMap<>();

    final Set<String> poison = new HashSet<>();
    int committed;

    private final RandomGenerator random;
    private final double deaths;
    private LaneWork work;
    private ParkedLanes parked;
    private Set<Coordinates> done;

    OneTopic(RandomGenerator random, double deaths) {
        this.random = random;
        this.deaths = deaths;
        restart();
    }

    void restart() {
        Parking parking = new InMemory();
        parked = new ParkedLanes(parking, System::nanoTime);
        done = new HashSet<>();
        RecordReader reader = new RecordReader(io.guanxi.contracts.SchemaCatalogue.published(), 10_000);
        work = new LaneWork(
                reader,
                new HandlerCall("shop.orders.v1", this::handle, IntakeTracing.NONE, new SimpleMeterRegistry()),
                parking,
                parked,
                this::bury,
                (origin, tenant) -> {});
        parked.assigned("shop.orders.v1", List.of(0));
    }

    /** Reads the next records, any number of them; false if there are none. */
    boolean poll() {
        if (committed == log.size()) {
            return false;
        }
        int end = committed + 1 + random.nextInt(log.size() - committed);
        List<ConsumerRecord<byte[], byte[]>> batch = log.subList(committed, end);
        parked.load("shop.orders.v1", List.of(0));
        Map<Lane, List<ConsumerRecord<byte[], byte[]>>> lanes =
                batch.stream().collect(Collectors.groupingBy(Lane::of, LinkedHashMap::new, Collectors.toList()));
        List<Dead> dead = new ArrayList<>();
        lanes.forEach((lane, records) -> dead.addAll(work.process(lane, records, done)));
        bury(dead);
        mayDie();
        committed = end;
        done.clear();
        return true;
    }

    void retry() {
        for (Lane lane : parked.refresh("shop.orders.v1")) {
            work.drain(lane, place -> random.nextInt(10) > 0);
        }
    }

    private Handled handle(IncomingEvent event) {
        mayDie();
        String customer = event.customer().toString();
        String order = event.order();
        if (poison.contains(customer + order)) {
            throw new IllegalStateException("a bug");
        }
        List<String> mine = effects.computeIfAbsent(customer, any -> new ArrayList<>());
        boolean known = mine.stream().anyMatch(effect -> effect.startsWith(order + " "));
        if (event.type().contains("returned") && !known) {
            return Handled.tooEarly(order);
        }
        String effect = order + " " + event.id();
        if (!mine.contains(effect)) {
            mine.add(effect);
        }
        mayDie();
        return Handled.applied();
    }

    private void bury(List<Dead> dead) {
        mayDie();
        dead.forEach(one -> deadByPlace.put(Coordinates.of(one.record()).toString(), one));
        mayDie();
    }

    private void mayDie() {
        if (random.nextDouble() < deaths) {
            throw new Died();
        }
    }

    private final class InMemory implements Parking {

        private List<ParkedEvent> of(Lane lane, ParkedEvent.Kind kind) {
            return parkedById.values().stream()
                    .filter(event -> event.lane().equals(lane) && event.kind() == kind)
                    .toList();
        }

        @Override
        public List<ParkedEvent> queue(Lane lane, int limit) {
            return of(lane, ParkedEvent.Kind.QUEUED).stream()
                    .limit(1 + random.nextInt(limit))
                    .toList();
        }

        @Override
        public boolean isQueued(Lane lane) {
            return !of(lane, ParkedEvent.Kind.QUEUED).isEmpty();
        }

        @Override
        public List<ParkedEvent> early(Lane lane, String order, EarlyPlace after, int limit) {
            Comparator<EarlyPlace> oldestFirst = Comparator.comparing(EarlyPlace::happened)
                    .thenComparing(place -> place.origin().sortable());
            return of(lane, ParkedEvent.Kind.EARLY).stream()
                    .filter(event -> order == null
                            || event.awaitedOrder() == null
                            || event.awaitedOrder().equals(order))
                    .filter(event -> after == null || oldestFirst.compare(EarlyPlace.of(event), after) > 0)
                    .sorted(Comparator.comparing(EarlyPlace::of, oldestFirst))
                    .limit(1 + random.nextInt(limit == 1 ? 1 : 3))
                    .toList();
        }

        @Override
        public Set<Coordinates> earlyAmong(Collection<Coordinates> places) {
            return parkedById.values().stream()
                    .filter(event -> event.kind() == ParkedEvent.Kind.EARLY)
                    .map(ParkedEvent::origin)
                    .filter(places::contains)
                    .collect(Collectors.toSet());
        }

        @Override
        public void park(ParkedEvent event) {
            mayDie();
            parkedById.putIfAbsent(event.origin().sortable(), event);
            mayDie();
        }

        @Override
        public void update(ParkedEvent event) {
            mayDie();
            parkedById.replace(event.origin().sortable(), event);
            mayDie();
        }

        @Override
        public void remove(ParkedEvent event) {
            mayDie();
            parkedById.remove(event.origin().sortable());
            mayDie();
        }

        @Override
        public Set<Lane> lanes(String topic, Collection<Integer> partitions) {
            return parkedById.values().stream().map(ParkedEvent::lane).collect(Collectors.toSet());
        }
    }
}
