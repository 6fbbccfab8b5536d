package io.guanxi.standalone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.SchemaCatalogue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SimulatingAShopTest {

    private static final Instant UNTIL = Instant.parse("2026-06-30T00:00:00Z");

    private static List<Happening.Published> published(long seed) {
        return SimulatedShop.happenings(seed, 300, UNTIL).stream()
                .filter(Happening.Published.class::isInstance)
                .map(Happening.Published.class::cast)
                .toList();
    }

    @Test
    void theSameSeedIsTheSameShop() {
        assertThat(SimulatedShop.happenings(7, 50, UNTIL)).isEqualTo(SimulatedShop.happenings(7, 50, UNTIL));
        assertThat(SimulatedShop.happenings(8, 50, UNTIL)).isNotEqualTo(SimulatedShop.happenings(7, 50, UNTIL));
    }

    @Test
    void everyEventFulfilsItsSchema() {
        assertThat(published(1))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(SchemaCatalogue.published()
                                .validate(event.type(), JsonMapper.shared().writeValueAsBytes(event.body())))
                        .isEmpty());
    }

    @Test
    void thereAreOrdersCancellationsReturnsAndQuestions() {
        assertThat(published(1))
                .extracting(Happening.Published::type)
                .contains(
                        "shop.customer.registered.v1",
                        "shop.order.placed.v1",
                        "shop.order.paid.v1",
                        "shop.order.cancelled.v1",
                        "shop.order.returned.v1");
        assertThat(SimulatedShop.happenings(1, 300, UNTIL)).hasAtLeastOneElementOfType(Happening.Question.class);
    }

    @Test
    void noOccurrenceComesTwice() {
        assertThat(published(1))
                .extracting(event -> event.type() + event.occurrence())
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingHappensAfterTheLastMoment() {
        assertThat(SimulatedShop.happenings(1, 300, UNTIL))
                .allSatisfy(happening -> assertThat(happening.happened()).isBeforeOrEqualTo(UNTIL))
                .isSortedAccordingTo(java.util.Comparator.comparing(Happening::happened));
    }
}
