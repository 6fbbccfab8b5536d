package io.guanxi.analytics.value.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.value.domain.RandomOrders.Event;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Of orders that were kept before their news were. */
class RebuildingNewsTest {

    private static final int SEEDS = 3_000;

    @Test
    void from_the_rebuilt_news_follow_the_same_facts() {
        for (long seed = 0; seed < SEEDS; seed++) {
            OrderFacts facts = null;
            for (Event event :
                    new RandomOrders(RandomGeneratorFactory.getDefault().create(seed)).events()) {
                facts = OrderFacts.after(event.order().equals("order-0") ? facts : null, event.news());
                assertThat(OrderRecord.rebuiltFrom(facts).facts())
                        .as("seed %d", seed)
                        .isEqualTo(facts);
            }
        }
    }

    @Test
    void further_news_change_the_same_as_if_all_had_been_kept() {
        for (long seed = 0; seed < SEEDS; seed++) {
            OrderRecord kept = OrderRecord.UNKNOWN;
            OrderRecord rebuilt = OrderRecord.UNKNOWN;
            for (Event event :
                    new RandomOrders(RandomGeneratorFactory.getDefault().create(seed)).events()) {
                if (!rebuilt.news().isEmpty()) {
                    rebuilt = OrderRecord.rebuiltFrom(rebuilt.facts());
                }
                kept = kept.with(event.news());
                rebuilt = rebuilt.with(event.news());
                assertThat(rebuilt.share()).as("seed %d", seed).isEqualTo(kept.share());
            }
        }
    }
}
