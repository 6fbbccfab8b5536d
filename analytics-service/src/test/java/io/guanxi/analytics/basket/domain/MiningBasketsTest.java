package io.guanxi.analytics.basket.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.analytics.basket.domain.BasketResult.Mined;
import io.guanxi.analytics.basket.domain.BasketResult.NotMined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MiningBasketsTest {

    private static final int SEEDS = 400;

    /** Shares are dyadic, so that comparing them as doubles is exact. */
    private static BasketParameters parameters(Random random) {
        return new BasketParameters(
                random.nextInt(8) / 32.0,
                1 + random.nextInt(3),
                random.nextInt(5) / 8.0,
                random.nextInt(3) / 2.0,
                2 + random.nextInt(4),
                1_000,
                100_000,
                100_000,
                1_000,
                100);
    }

    @Test
    void the_rules_are_those_of_counting_every_set_in_every_basket() {
        int rulesSeen = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<Set<String>> orders = orders(random, 1 + random.nextInt(30), 2 + random.nextInt(7));
            BasketParameters parameters = parameters(random);
            if (orders.size() >= parameters.supportCount()) {
                Mined mined = mined(baskets(orders, parameters));
                List<BasketRule> expected = new PlainRules(orders, parameters).rules();
                assertThat(mined.rules()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(expected);
                assertThat(mined.rules()).as("seed %d", seed).isSortedAccordingTo(BasketRule.BEST_FIRST);
                assertThat(mined.capped()).as("seed %d", seed).isFalse();
                rulesSeen += mined.rules().size();
            }
        }
        assertThat(rulesSeen).isGreaterThan(10 * SEEDS);
    }

    @Test
    void orders_in_any_order_and_partitions_give_the_same_answer() {
        for (long seed = 0; seed < SEEDS / 4; seed++) {
            Random random = new Random(seed);
            List<Set<String>> orders = orders(random, 40, 8);
            BasketParameters parameters = new BasketParameters(0, 2, 0.1, 0, 3, 6, 20, 10, 12, 100);
            BasketResult expected = BasketMining.of(baskets(orders, parameters));
            List<Integer> shuffled =
                    new ArrayList<>(IntStream.range(0, 40).boxed().toList());
            Collections.shuffle(shuffled, random);
            Baskets[] parts = {new Baskets(parameters), new Baskets(parameters), new Baskets(parameters)};
            shuffled.forEach(
                    order -> parts[random.nextInt(1 + random.nextInt(3))].add("order-" + order, orders.get(order)));
            parts[2].addAll(parts[0]);
            parts[2].addAll(parts[1]);
            assertThat(BasketMining.of(parts[2])).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void support_confidence_and_lift_say_how_often_goods_are_bought_together() {
        List<Set<String>> orders = new ArrayList<>();
        orders.addAll(Collections.nCopies(6, Set.of("tea", "cup")));
        orders.addAll(Collections.nCopies(2, Set.of("tea")));
        orders.addAll(Collections.nCopies(4, Set.of("cup", "soap")));
        orders.addAll(Collections.nCopies(8, Set.of("soap")));
        BasketRule rule = mined(baskets(orders, with(3, 0.5, 1, 1_000, 1_000, 100)))
                .rules()
                .getFirst();
        assertThat(rule.antecedent()).containsExactly("tea");
        assertThat(rule.consequent()).isEqualTo("cup");
        assertThat(rule.support()).isEqualTo(0.3);
        assertThat(rule.confidence()).isEqualTo(0.75);
        assertThat(rule.lift()).isCloseTo(1.5, within(1e-12));
        assertThat(rule).isEqualTo(new BasketRule(List.of("tea"), "cup", 6, 8, 10, 20));
    }

    @Test
    void where_there_would_be_too_many_sets_more_support_is_asked_for_and_the_answer_is_complete_for_it() {
        List<Set<String>> orders = orders(new Random(5), 60, 12);
        Mined mined = mined(baskets(orders, with(1, 0, 0, 1_000, 30, 100_000)));
        assertThat(mined.supportAsked()).isEqualTo(1);
        assertThat(mined.supportUsed()).isGreaterThan(1);
        assertThat(mined.sets()).isBetween(1, 30);
        assertThat(mined.capped()).isTrue();
        BasketParameters used = with(mined.supportUsed(), 0, 0, 1_000, 1_000_000, 100_000);
        assertThat(mined.rules()).containsExactlyInAnyOrderElementsOf(new PlainRules(orders, used).rules());
    }

    @Test
    void where_there_are_too_many_goods_the_most_frequent_ones_are_looked_at() {
        List<Set<String>> orders = orders(new Random(6), 60, 12);
        Mined mined = mined(baskets(orders, with(1, 0, 0, 4, 100_000, 100_000)));
        assertThat(mined.items()).isBetween(1, 4);
        assertThat(mined.capped()).isTrue();
    }

    @Test
    void of_too_many_rules_the_best_are_answered() {
        List<Set<String>> orders = orders(new Random(7), 60, 10);
        Mined all = mined(baskets(orders, with(2, 0, 0, 1_000, 100_000, 100_000)));
        Mined best = mined(baskets(orders, with(2, 0, 0, 1_000, 100_000, 5)));
        assertThat(best.rules()).isEqualTo(all.rules().subList(0, 5));
        assertThat(best.rulesFound()).isEqualTo(all.rules().size());
        assertThat(best.capped()).isTrue();
        assertThat(all.capped()).isFalse();
    }

    @Test
    void one_order_for_half_of_the_catalogue_is_left_out_and_counted() {
        Baskets baskets = baskets(Collections.nCopies(5, Set.of("tea", "cup")), with(2, 0, 0, 1_000, 1_000, 100));
        baskets.add(
                "stock",
                IntStream.range(0, 101).mapToObj(item -> "item-" + item).toList());
        Mined mined = mined(baskets);
        assertThat(mined.leftOut()).isEqualTo(1);
        assertThat(mined.baskets()).isEqualTo(5);
    }

    @Test
    void baskets_with_everything_sixty_deep_do_not_explode() {
        List<String> sixty =
                IntStream.range(0, 60).mapToObj(item -> "item-" + item).toList();
        Baskets baskets = new Baskets(with(2, 0, 0, 1_000, 200_000, 100));
        for (int order = 0; order < 500; order++) {
            baskets.add("order-" + order, sixty);
        }
        Mined mined = mined(baskets);
        assertThat(mined.sets()).isEqualTo(60 * 59 / 2 + 60 * 59 * 58 / 6);
        assertThat(mined.rules()).hasSize(100).allMatch(rule -> rule.lift() == 1);
    }

    @Test
    void fewer_baskets_than_goods_would_have_to_be_in_are_refused() {
        assertThat(BasketMining.of(new Baskets(BasketParameters.USUAL))).isInstanceOfSatisfying(NotMined.class, not -> {
            assertThat(not.code()).isEqualTo("too-few-baskets");
            assertThat(not.required()).isEqualTo(10);
        });
    }

    @Test
    void parameters_out_of_bounds_are_refused() {
        assertThatThrownBy(() -> with(0, 0, 0, 10, 10, 10)).hasMessageContaining("support-count: 0");
        assertThatThrownBy(() -> with(1, 1.5, 0, 10, 10, 10)).hasMessageContaining("confidence: 1.5");
    }

    private static BasketParameters with(
            long count, double confidence, double lift, int mostItems, int mostSets, int mostRules) {
        return new BasketParameters(0, count, confidence, lift, 3, mostItems, mostSets, mostRules, 10_000, 100);
    }

    private static Mined mined(Baskets baskets) {
        return (Mined) BasketMining.of(baskets);
    }

    private static Baskets baskets(List<Set<String>> orders, BasketParameters parameters) {
        Baskets baskets = new Baskets(parameters);
        for (int order = 0; order < orders.size(); order++) {
            baskets.add("order-" + order, orders.get(order));
        }
        return baskets;
    }

    /** None of them empty, and some goods more wanted than others. */
    private static List<Set<String>> orders(Random random, int size, int goods) {
        List<Set<String>> orders = new ArrayList<>();
        while (orders.size() < size) {
            Set<String> order = new TreeSet<>();
            for (int item = 0; item < goods; item++) {
                if (random.nextInt(goods + 2) > item) {
                    order.add("item-" + item);
                }
            }
            if (!order.isEmpty()) {
                orders.add(new HashSet<>(order));
            }
        }
        return orders;
    }
}
