package io.guanxi.eventing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventing.sample.Shop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in whatever order, fails, dies and is delivered again: nothing is lost and each customer's order is kept. */
class KeepingTheOrderOfACustomerTest {

    private static final int ROUNDS = 60;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void every_event_has_one_effect_and_a_customers_events_keep_their_order(long seed) {
        RandomGenerator random = new java.util.Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Story story = new Story(random);
            story.happen();
            story.judge("seed " + seed + ", round " + round);
        }
    }

    /** Some customers' orders, sent in any order between customers, with bad records in between. */
    private static final class Story {

        private final RandomGenerator random;
        private final OneTopic topic;
        private final Map<String, List<String>> expected = new LinkedHashMap<>();
        private final Map<String, List<String>> sent = new LinkedHashMap<>();
        private int bad;

        Story(RandomGenerator random) {
            this.random = random;
            this.topic = new OneTopic(random, random.nextBoolean() ? 0.03 : 0);
            write();
        }

        private void write() {
            int count = 5 + random.nextInt(30);
            for (int i = 0; i < count; i++) {
                String who = "c" + random.nextInt(3);
                String order = "o" + random.nextInt(3);
                if (random.nextInt(8) == 0) {
                    append(Shop.withHeader(
                            Shop.order("placed", "bad-" + i, who, order), "ce_type", "shop.order.eaten.v1"));
                    bad++;
                    continue;
                }
                String what = random.nextInt(3) == 0 ? "returned" : "paid";
                append(Shop.order(what, "e" + i, who, order));
                sent.computeIfAbsent(who, any -> new ArrayList<>()).add(what + " " + order + " e" + i);
                if (random.nextInt(6) == 0) {
                    append(Shop.order(what, "e" + i, who, order));
                }
            }
            for (String who : sent.keySet()) {
                for (String order : List.of("o0", "o1", "o2")) {
                    append(Shop.order("paid", "last-" + who + order, who, order));
                    sent.get(who).add("paid " + order + " last-" + who + order);
                }
                if (random.nextInt(3) == 0) {
                    topic.poison.add(Shop.customer(who) + "o" + random.nextInt(3));
                }
            }
            sent.forEach((who, events) -> expected.put(Shop.customer(who).toString(), inOrder(events)));
        }

        /** As sent, but that an event of an order that is not known waits until that order is. */
        private static List<String> inOrder(List<String> events) {
            Map<String, List<String>> waiting = new HashMap<>();
            List<String> known = new ArrayList<>();
            List<String> effects = new ArrayList<>();
            for (String event : events) {
                String[] parts = event.split(" ");
                if (parts[0].equals("returned") && !known.contains(parts[1])) {
                    waiting.computeIfAbsent(parts[1], any -> new ArrayList<>()).add(parts[1] + " " + parts[2]);
                    continue;
                }
                effects.add(parts[1] + " " + parts[2]);
                known.add(parts[1]);
                effects.addAll(waiting.getOrDefault(parts[1], List.of()));
                waiting.remove(parts[1]);
            }
            return effects;
        }

        private void append(ProducerRecord<byte[], byte[]> record) {
            topic.log.add(new ConsumerRecord<>(
                    record.topic(),
                    0,
                    topic.log.size(),
                    0,
                    TimestampType.CREATE_TIME,
                    record.key().length,
                    record.value().length,
                    record.key(),
                    record.value(),
                    record.headers(),
                    java.util.Optional.empty()));
        }

        void happen() {
            int steps = 0;
            while (topic.committed < topic.log.size()) {
                step(() -> {
                    if (random.nextInt(4) == 0) {
                        topic.retry();
                    }
                    topic.poll();
                });
                assertThat(++steps).as("it ends").isLessThan(100_000);
            }
            topic.poison.clear();
            while (!topic.parkedById.isEmpty()) {
                step(topic::retry);
                assertThat(++steps).as("it ends").isLessThan(100_000);
            }
        }

        private void step(Runnable work) {
            try {
                work.run();
            } catch (OneTopic.Died died) {
                topic.restart();
            } catch (RuntimeException broken) {
                topic.restart();
            }
        }

        void judge(String which) {
            assertThat(topic.effects).as(which).isEqualTo(expected);
            assertThat(topic.deadByPlace).as(which).hasSize(bad);
        }
    }
}
