package io.guanxi.analytics.value.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.value.domain.RandomOrders.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FoldingInAnyOrderTest {

    private static final int SEEDS_A_TEST = 250;

    static LongStream firstSeeds() {
        return LongStream.range(0, 20).map(block -> block * SEEDS_A_TEST);
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("firstSeeds")
    void any_arrival_of_the_same_events_gives_the_facts_of_a_plain_recomputation(long first) {
        for (long seed = first; seed < first + SEEDS_A_TEST; seed++) {
            RandomOrders orders = orders(seed);
            List<Event> events = orders.events();
            CustomerFacts expected = PlainRecomputation.of(events);
            assertThat(folded(orders.arrival(events)).facts())
                    .as("seed %d", seed)
                    .isEqualTo(expected);
            assertThat(folded(orders.arrival(events)).facts())
                    .as("seed %d, another arrival", seed)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("firstSeeds")
    void the_facts_after_any_event_are_those_of_the_events_so_far(long first) {
        for (long seed = first; seed < first + SEEDS_A_TEST; seed += 10) {
            RandomOrders orders = orders(seed);
            FoldedCustomer customer = new FoldedCustomer();
            List<Event> soFar = new ArrayList<>();
            for (Event event : orders.arrival(orders.events())) {
                soFar.add(event);
                customer.fold(event.order(), event.news());
                assertThat(customer.facts())
                        .as("seed %d after %d events", seed, soFar.size())
                        .isEqualTo(PlainRecomputation.of(soFar));
            }
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("firstSeeds")
    void totals_of_changes_are_the_sum_of_all_customers(long first) {
        for (long seed = first; seed < first + SEEDS_A_TEST; seed += 10) {
            Totals totals = Totals.NOTHING;
            List<CustomerFacts> customers = new ArrayList<>();
            for (int customer = 0; customer < 5; customer++) {
                RandomOrders orders = orders(seed * 31 + customer);
                FoldedCustomer folded = new FoldedCustomer();
                for (Event event : orders.arrival(orders.events())) {
                    CustomerFacts before = folded.facts();
                    folded.fold(event.order(), event.news());
                    totals = totals.plus(new FactsChange(before, folded.facts()));
                }
                customers.add(folded.facts());
            }
            assertThat(totals).as("seed %d", seed).isEqualTo(sum(customers));
        }
    }

    private static Totals sum(List<CustomerFacts> customers) {
        SumsByCurrency sums = SumsByCurrency.NOTHING;
        Instant upTo = Instant.MIN;
        for (CustomerFacts facts : customers) {
            sums = sums.plus(facts.sums());
            upTo = facts.updatedAt().isAfter(upTo) ? facts.updatedAt() : upTo;
        }
        return new Totals(
                customers.stream().mapToLong(CustomerFacts::orders).sum(),
                customers.stream().filter(facts -> facts.orders() > 0).count(),
                customers.stream().mapToLong(CustomerFacts::units).sum(),
                customers.stream().mapToLong(CustomerFacts::returnedUnits).sum(),
                sums,
                upTo);
    }

    private static RandomOrders orders(long seed) {
        return new RandomOrders(RandomGeneratorFactory.getDefault().create(seed));
    }

    private static FoldedCustomer folded(List<Event> events) {
        FoldedCustomer customer = new FoldedCustomer();
        events.forEach(event -> customer.fold(event.order(), event.news()));
        return customer;
    }
}
