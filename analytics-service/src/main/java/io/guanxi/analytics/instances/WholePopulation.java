package io.guanxi.analytics.instances;

import io.guanxi.analytics.measuring.stream.LocalPopulation;
import io.guanxi.analytics.measuring.stream.LocalPopulation.Share;
import io.guanxi.analytics.population.Member;
import io.guanxi.analytics.population.Population;
import io.guanxi.analytics.value.domain.OrderRecord;
import io.guanxi.web.RequestRefused;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * All customers of a tenant, those that other instances keep as well.
 *
 * <p>Each is met once: a customer is in one partition, and in it once; before anything is read, the instances' partitions
 * together must be all partitions of the topic, each once; a partition is read by who has it open, to its end; and afterwards
 * every partition must still be where it was. If any of that does not hold, everything fails with {@code analytics-not-ready}
 * (503), or as a machine's trouble, and what was told is to be thrown away.
 */
public final class WholePopulation implements Population {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private static final int LOOKS_FOR_A_STOP_EVERY = 1024;

    private final Local local;
    private final Remote remote;
    private final IntSupplier partitions;

    /** What this instance keeps, and where the rest is. */
    interface Local {

        List<Share> shares();

        void scan(String tenant, SortedSet<Integer> partitions, Consumer<Member> each);

        void orders(String tenant, SortedSet<Integer> partitions, BiConsumer<String, OrderRecord> each);

        static Local of(LocalPopulation population) {
            return new Local() {
                @Override
                public List<Share> shares() {
                    return population.shares();
                }

                @Override
                public void scan(String tenant, SortedSet<Integer> partitions, Consumer<Member> each) {
                    population.scan(tenant, partitions, each);
                }

                @Override
                public void orders(String tenant, SortedSet<Integer> partitions, BiConsumer<String, OrderRecord> each) {
                    population.orders(tenant, partitions, each);
                }
            };
        }
    }

    /** What other instances keep. */
    interface Remote {

        void scan(String host, int port, String tenant, int partition, Consumer<Member> each);

        void orders(String host, int port, String tenant, int partition, BiConsumer<String, OrderRecord> each);
    }

    /** @param partitions how many there are in all, as the broker says */
    WholePopulation(Local local, Remote remote, IntSupplier partitions) {
        this.local = local;
        this.remote = remote;
        this.partitions = partitions;
    }

    @Override
    public void scan(String tenant, Consumer<Member> each) {
        Stop stop = new Stop();
        wholly(share -> {
            if (share.here()) {
                local.scan(tenant, share.partitions(), member -> {
                    stop.look();
                    each.accept(member);
                });
            } else {
                share.partitions()
                        .forEach(partition -> remote.scan(share.host(), share.port(), tenant, partition, each));
            }
        });
    }

    @Override
    public void orders(String tenant, BiConsumer<String, OrderRecord> each) {
        Stop stop = new Stop();
        wholly(share -> {
            if (share.here()) {
                local.orders(tenant, share.partitions(), (customer, order) -> {
                    stop.look();
                    each.accept(customer, order);
                });
            } else {
                share.partitions()
                        .forEach(partition -> remote.orders(share.host(), share.port(), tenant, partition, each));
            }
        });
    }

    private void wholly(Consumer<Share> reader) {
        List<Share> before = shares();
        requireAll(before);
        before.forEach(reader);
        if (!shares().equals(before)) {
            throw moving();
        }
    }

    private List<Share> shares() {
        return local.shares().stream()
                .sorted(Comparator.comparing(Share::host).thenComparing(Share::port))
                .toList();
    }

    private void requireAll(List<Share> shares) {
        SortedSet<Integer> all = new TreeSet<>();
        for (Share share : shares) {
            for (int partition : share.partitions()) {
                if (!all.add(partition)) {
                    throw moving();
                }
            }
        }
        int expected = partitions.getAsInt();
        if (all.isEmpty() || all.size() != expected || all.first() != 0 || all.last() != expected - 1) {
            throw moving();
        }
    }

    private static RequestRefused moving() {
        return RequestRefused.unavailable(
                "analytics-not-ready", "Customers are moved between instances. Ask again.", RETRY_AFTER);
    }

    /** A service that stops need not read to the end. */
    private static final class Stop {

        private int met;

        void look() {
            if (++met % LOOKS_FOR_A_STOP_EVERY == 0 && Thread.currentThread().isInterrupted()) {
                throw new UncheckedIOException(new InterruptedIOException("the service stops"));
            }
        }
    }
}
