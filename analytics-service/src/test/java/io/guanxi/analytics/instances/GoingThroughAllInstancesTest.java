package io.guanxi.analytics.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.measuring.stream.LocalPopulation.Share;
import io.guanxi.analytics.picture.domain.Standing;
import io.guanxi.analytics.population.Member;
import io.guanxi.analytics.value.domain.OrderRecord;
import io.guanxi.web.RequestRefused;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each customer once, or nothing that anybody may count on. */
class GoingThroughAllInstancesTest {

    private static final Share HERE = share("here", true, 0, 2);
    private static final Share THERE = share("there", false, 1, 3);

    private final Deque<List<Share>> shares = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();

    @Test
    void the_partitions_of_all_instances_are_read_where_they_are() {
        shares.add(List.of(THERE, HERE));
        shares.add(List.of(HERE, THERE));

        assertThat(met(4)).containsExactlyInAnyOrder("here-0", "here-2", "there-1", "there-3");
        assertThat(asked).containsExactlyInAnyOrder("there:1", "there:3");
    }

    @Test
    void orders_are_read_the_same_way() {
        shares.add(List.of(THERE, HERE));
        shares.add(List.of(THERE, HERE));
        List<String> customers = new ArrayList<>();
        population(4).orders("acme", (customer, order) -> customers.add(customer));

        assertThat(customers).containsExactlyInAnyOrder("here-0", "here-2", "there-1", "there-3");
    }

    @Test
    void a_partition_that_nobody_has_is_no_partition_without_customers() {
        shares.add(List.of(HERE, THERE));
        assertMoving(5);
        shares.add(List.of(HERE));
        assertMoving(4);
        shares.add(List.of());
        assertMoving(1);
    }

    @Test
    void a_partition_that_two_say_they_have_is_not_read_twice() {
        shares.add(List.of(HERE, share("there", false, 1, 2, 3)));
        assertMoving(4);
        assertThat(asked).isEmpty();
    }

    @Test
    void what_was_read_while_a_partition_moved_is_not_the_whole() {
        shares.add(List.of(HERE, THERE));
        shares.add(List.of(HERE, share("third", false, 1, 3)));
        assertMoving(4);
    }

    private void assertMoving(int partitions) {
        assertThatThrownBy(() -> met(partitions))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("analytics-not-ready"));
    }

    private List<String> met(int partitions) {
        List<String> met = new ArrayList<>();
        population(partitions).scan("acme", member -> met.add(member.customerId()));
        return met;
    }

    private WholePopulation population(int partitions) {
        return new WholePopulation(new Here(), new There(), () -> partitions);
    }

    private static Share share(String host, boolean here, Integer... partitions) {
        return new Share(host, 1, here, new TreeSet<>(Set.of(partitions)));
    }

    private static Member member(String id) {
        return new Member(id, CustomerHistory.NONE, Standing.NONE);
    }

    private final class Here implements WholePopulation.Local {

        @Override
        public List<Share> shares() {
            return shares.removeFirst();
        }

        @Override
        public void scan(String tenant, SortedSet<Integer> partitions, Consumer<Member> each) {
            partitions.forEach(partition -> each.accept(member("here-" + partition)));
        }

        @Override
        public void orders(String tenant, SortedSet<Integer> partitions, BiConsumer<String, OrderRecord> each) {
            partitions.forEach(partition -> each.accept("here-" + partition, OrderRecord.UNKNOWN));
        }
    }

    private final class There implements WholePopulation.Remote {

        @Override
        public void scan(String host, int port, String tenant, int partition, Consumer<Member> each) {
            asked.add(host + ":" + partition);
            each.accept(member(host + "-" + partition));
        }

        @Override
        public void orders(String host, int port, String tenant, int partition, BiConsumer<String, OrderRecord> each) {
            each.accept(host + "-" + partition, OrderRecord.UNKNOWN);
        }
    }
}
