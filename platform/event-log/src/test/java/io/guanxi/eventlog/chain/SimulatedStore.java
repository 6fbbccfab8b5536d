package io.guanxi.eventlog.chain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * A replica set in a few lines, with everything that goes wrong in one: replies get lost before or after the request is
 * carried out, requests arrive late and in pieces, reads see only what is durable, and a failover forgets what is not.
 */
final class SimulatedStore implements ChainStore {

    /** What the primary has, in the order in which it went in; the first {@code durable} of them survive a failover. */
    private final List<Link> primary = new ArrayList<>();

    private final List<Deque<Link>> late = new ArrayList<>();
    private final RandomGenerator random;
    private final Turns turns;
    private final double faults;
    private int durable;
    private boolean calm;

    SimulatedStore(RandomGenerator random, Turns turns, double faults) {
        this.random = random;
        this.turns = turns;
        this.faults = faults;
    }

    List<Link> links() {
        return List.copyOf(primary);
    }

    /** What a reader is given that asks for all from a position on. */
    List<Link> visibleFrom(long position) {
        return primary.stream()
                .limit(durable)
                .filter(link -> link.position() >= position)
                .sorted(Comparator.comparingLong(Link::position))
                .toList();
    }

    /** All that is on its way arrives, and nothing goes wrong any more. */
    void settleDown() {
        calm = true;
        late.forEach(request -> {
            while (!request.isEmpty() && put(request.removeFirst())) {
                durable = primary.size();
            }
        });
        late.clear();
        durable = primary.size();
    }

    @Override
    public Written insert(List<Link> links) {
        turn();
        if (strikes()) {
            throw lose(links);
        }
        for (int i = 0; i < links.size(); i++) {
            if (i > 0) {
                int epoch = epochs;
                turn();
                if (epoch != epochs) {
                    throw away("the primary is gone in the middle of a request");
                }
            }
            if (!put(links.get(i))) {
                durable = primary.size();
                return new Written.Duplicate(i);
            }
        }
        if (strikes()) {
            throw away("carried out, but nobody heard");
        }
        durable = primary.size();
        return new Written.All();
    }

    private int epochs;

    private StoreAway lose(List<Link> links) {
        if (random.nextBoolean()) {
            late.add(new ArrayDeque<>(links));
        }
        return away("sent, and not heard of");
    }

    @Override
    public Place find(String stream, long version) {
        turn();
        failSometimes();
        return primary.stream()
                .limit(durable)
                .filter(link ->
                        link.commit().stream().equals(stream) && link.commit().version() == version)
                .map(link -> new Place(link.position(), link.commit().id()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public long end() {
        turn();
        failSometimes();
        return durable == 0 ? 0 : primary.get(durable - 1).end();
    }

    /** The durable length of a stream, without any fault: what its next writer believes. */
    long length(String stream) {
        return primary.stream()
                .limit(durable)
                .filter(link -> link.commit().stream().equals(stream))
                .mapToLong(link -> link.commit().version() + link.commit().size())
                .max()
                .orElse(0);
    }

    private boolean put(Link link) {
        boolean taken = primary.stream()
                .anyMatch(other -> other.position() == link.position()
                        || Objects.equals(other.commit().stream(), link.commit().stream())
                                && other.commit().version() == link.commit().version());
        if (!taken) {
            primary.add(link);
        }
        return !taken;
    }

    private void turn() {
        turns.pass();
        if (calm) {
            return;
        }
        if (!late.isEmpty() && random.nextInt(4) == 0) {
            arrive(late.get(random.nextInt(late.size())));
        }
        if (random.nextInt(3) == 0) {
            durable = primary.size();
        }
        if (strikes() && random.nextInt(4) == 0) {
            failOver();
        }
    }

    private void arrive(Deque<Link> request) {
        if (request.isEmpty() || !put(request.removeFirst())) {
            late.remove(request);
        }
    }

    /** What is not durable is forgotten, and with the old primary all that it still had to do. */
    private void failOver() {
        primary.subList(durable, primary.size()).clear();
        late.clear();
        epochs++;
    }

    private void failSometimes() {
        if (strikes()) {
            throw away("no answer to a question");
        }
    }

    private boolean strikes() {
        return !calm && random.nextDouble() < faults;
    }

    private static StoreAway away(String why) {
        return new StoreAway(new IllegalStateException(why));
    }
}
