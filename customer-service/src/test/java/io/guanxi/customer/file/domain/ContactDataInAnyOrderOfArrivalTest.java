package io.guanxi.customer.file.domain;

import static io.guanxi.customer.file.domain.CustomerScenario.after;
import static io.guanxi.customer.file.domain.CustomerScenario.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.customer.file.domain.CustomerCommand.CorrectContact;
import io.guanxi.customer.file.domain.CustomerCommand.LearnContact;
import io.guanxi.customer.file.domain.CustomerCommand.Register;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContactDataInAnyOrderOfArrivalTest {

    private static final int DAY_OF_THE_CORRECTION = 50;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverComesFirstEachFieldIsWhatTheYoungestNewsOfItSays(long seed) {
        var random = new Random(seed);
        var news = someNews(random, 1, 100);

        assertThat(values(after(arrival(news, random)))).isEqualTo(youngest(news));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void newsThatComesAgainMakesNothingHappen(long seed) {
        var random = new Random(seed);
        var news = someNews(random, 1, 100);
        news.add(1 + random.nextInt(news.size()), someCorrection(random));
        var file = after(news.toArray(CustomerCommand[]::new));

        news.stream()
                .filter(command -> !(command instanceof CorrectContact))
                .forEach(again -> file.when(again).thenNothing());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void newsFromBeforeACorrectionLeavesItAloneWhetherItComesBeforeOrAfter(long seed) {
        var random = new Random(seed);
        var older = someNews(random, 1, DAY_OF_THE_CORRECTION);
        var correction = someCorrection(random);
        var arrival = new ArrayList<>(List.of(arrival(older, random)));
        arrival.add(1 + random.nextInt(arrival.size()), correction);

        var expected = youngest(older);
        correction.removed().forEach(expected::remove);
        correction.contact().forEach((field, value) -> expected.put(field, value.fingerprint()));
        assertThat(values(after(arrival.toArray(CustomerCommand[]::new)))).isEqualTo(expected);
    }

    /** Up to twelve messages of different days in {@code [from, to)}, each with some of the fields. */
    private static List<CustomerCommand> someNews(RandomGenerator random, int from, int to) {
        var news = new ArrayList<CustomerCommand>();
        var messages = 1 + random.nextInt(12);
        random.ints(from, to)
                .distinct()
                .limit(messages)
                .forEach(day -> news.add(
                        random.nextInt(4) == 0
                                ? new Register("cdnow", "00021", someContact(random), day(day))
                                : new LearnContact("cdnow", "00021", someContact(random), day(day))));
        return news;
    }

    private static CorrectContact someCorrection(RandomGenerator random) {
        var removed = ContactField.values()[random.nextInt(4)];
        var contact = new HashMap<>(someContact(random));
        contact.remove(removed);
        return new CorrectContact(contact, Set.of(removed), null, day(DAY_OF_THE_CORRECTION));
    }

    /** Few different values, so that the same one is often said again. */
    private static Map<ContactField, SealedValue> someContact(RandomGenerator random) {
        var contact = new HashMap<ContactField, SealedValue>();
        for (var field : ContactField.values()) {
            if (random.nextBoolean()) {
                contact.put(field, new SealedValue("key", "cipher " + random.nextInt(), "value " + random.nextInt(3)));
            }
        }
        return contact;
    }

    /** The same news, shuffled, and some of it twice. */
    private static CustomerCommand[] arrival(List<CustomerCommand> news, Random random) {
        var arrival = new ArrayList<>(news);
        news.stream().filter(message -> random.nextInt(3) == 0).forEach(arrival::add);
        Collections.shuffle(arrival, random);
        return arrival.toArray(CustomerCommand[]::new);
    }

    private static Map<ContactField, String> youngest(List<CustomerCommand> news) {
        var byTime = new TreeMap<Object, Map<ContactField, SealedValue>>();
        for (var message : news) {
            if (message instanceof Register register) {
                byTime.put(register.happenedAt(), register.contact());
            } else if (message instanceof LearnContact learnt) {
                byTime.put(learnt.happenedAt(), learnt.contact());
            }
        }
        var youngest = new TreeMap<ContactField, String>();
        byTime.values().forEach(contact -> contact.forEach((field, value) -> youngest.put(field, value.fingerprint())));
        return youngest;
    }

    private static Map<ContactField, String> values(CustomerScenario scenario) {
        var values = new TreeMap<ContactField, String>();
        scenario.customer().contact().forEach((field, known) -> {
            if (known.value() != null) {
                values.put(field, known.value().fingerprint());
            }
        });
        return values;
    }
}
