package io.guanxi.customer.file.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrdersInAnyOrderOfArrivalTest {

    private static final int ARRIVALS_FOR_EACH_SEED = 5;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameOrderEventsEndInTheSameState(long seed) {
        var random = new Random(seed);
        var news = someOrderEvents(random);
        var expected = facts(CustomerScenario.after(news.toArray(CustomerCommand[]::new)));
        for (var arrival = 0; arrival < ARRIVALS_FOR_EACH_SEED; arrival++) {
            assertThat(facts(CustomerScenario.after(anotherArrival(news, random))))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aReviewFindsTheSameWhateverItFoundBeforeTheLateNewsCame(long seed) {
        var random = new Random(seed);
        var news = someOrderEvents(random);
        var lastReview = CustomerScenario.review(CustomerScenario.day(4000));
        var expected =
                CustomerScenario.after(news.toArray(CustomerCommand[]::new)).when(lastReview);
        var interrupted = new ArrayList<CustomerCommand>(List.of(anotherArrival(news, random)));
        for (var number = 0; number < 4; number++) {
            var at = 1 + random.nextInt(interrupted.size());
            interrupted.add(at, CustomerScenario.review(CustomerScenario.day(random.nextInt(4000))));
        }
        var reviewed = CustomerScenario.after(interrupted.toArray(CustomerCommand[]::new))
                .when(lastReview);
        assertThat(facts(reviewed)).isEqualTo(facts(expected));
    }

    /** What does not depend on how often the file was written. */
    private static Object facts(CustomerScenario scenario) {
        var customer = scenario.customer();
        return List.of(
                customer.orders(),
                String.valueOf(customer.standing()),
                String.valueOf(customer.knownSince()),
                customer.orders().summary());
    }

    /** Up to eight orders over some years, each with up to six events; some have no time of placing of their own. */
    private static List<CustomerCommand> someOrderEvents(RandomGenerator random) {
        var news = new ArrayList<CustomerCommand>();
        var orders = 1 + random.nextInt(8);
        for (var number = 0; number < orders; number++) {
            var placedAt = CustomerScenario.day(random.nextInt(1500));
            var saysWhenPlaced = random.nextBoolean();
            var events = 1 + random.nextInt(6);
            for (var step = 0; step < events; step++) {
                var at = saysWhenPlaced ? placedAt : placedAt.plusSeconds(step * 3600L);
                news.add(news(number, at, step > 0 && random.nextInt(5) == 0));
            }
        }
        return news;
    }

    private static CustomerCommand news(int number, Instant at, boolean cancelled) {
        return cancelled ? CustomerScenario.cancelled("A-" + number, at) : CustomerScenario.order("A-" + number, at);
    }

    /** The same news, shuffled, and some of it twice. */
    private static CustomerCommand[] anotherArrival(List<CustomerCommand> news, Random random) {
        var arrival = new ArrayList<>(news);
        news.stream().filter(event -> random.nextInt(3) == 0).forEach(arrival::add);
        Collections.shuffle(arrival, random);
        return arrival.toArray(CustomerCommand[]::new);
    }
}
