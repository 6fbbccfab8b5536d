package io.guanxi.standalone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.SchemaCatalogue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SimulatingAShopTest {

    private static final Instant UNTIL = Instant.parse("2026-06-30T00:00:00Z");

    private static List<Happening.Published> published(long seed) {
        return SimulatedShop.happenings(seed, 300, UNTIL).stream()
                .filter(Happening.Published.class::isInstance)
                .map(Happening.Published.class::cast)
                .toList();
    }

    /** The bodies of all events of a type. */
    private static List<ObjectNode> orders(String type) {
        return published(1).stream()
                .filter(event -> event.type().equals(type))
                .map(Happening.Published::body)
                .toList();
    }

    private static Stream<String> ordersWith(String type, Instant before) {
        return published(1).stream()
                .filter(event -> event.type().equals(type) && event.happened().isBefore(before))
                .map(event -> event.body().get("orderId").stringValue());
    }

    private static BigDecimal amount(ObjectNode order, String pointer) {
        return new BigDecimal(order.at(pointer).stringValue());
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
    void thereAreOrdersDeliveriesCancellationsReturnsAndQuestions() {
        assertThat(published(1))
                .extracting(Happening.Published::type)
                .contains(
                        "shop.customer.registered.v1",
                        "shop.order.placed.v1",
                        "shop.order.paid.v1",
                        "shop.order.shipped.v1",
                        "shop.order.delivered.v1",
                        "shop.order.cancelled.v1",
                        "shop.order.returned.v1");
        assertThat(SimulatedShop.happenings(1, 300, UNTIL)).hasAtLeastOneElementOfType(Happening.Question.class);
    }

    @Test
    void everyLineHasABrandAndSomeOrdersAnOccasionOrARecommendation() {
        List<ObjectNode> orders = orders("shop.order.placed.v1");

        assertThat(orders)
                .allSatisfy(order -> assertThat(order.path("lines"))
                        .allSatisfy(line -> assertThat(line.path("brand").asString(""))
                                .as("brand")
                                .isNotEmpty()));
        for (String said : List.of("/buyer/occasions/0", "/buyer/referredBy")) {
            assertThat(orders)
                    .as(said)
                    .anyMatch(order -> order.at(said).isString())
                    .anyMatch(order -> order.at(said).isMissingNode());
        }
    }

    @Test
    void nobodyIsRecommendedByThemselvesOrBySomebodyWhoCameLater() {
        assertThat(orders("shop.order.placed.v1"))
                .filteredOn(order -> order.at("/buyer/referredBy").isString())
                .isNotEmpty()
                .allSatisfy(order -> assertThat(order.at("/buyer/referredBy").stringValue())
                        .isLessThan(order.at("/buyer/externalId").stringValue()));
    }

    @Test
    void aParcelHasADigestOfItsAddressAndWhatIsBoughtInTheStoreHasNone() {
        List<ObjectNode> orders = orders("shop.order.placed.v1");

        assertThat(orders).extracting(order -> order.path("channel").asString()).contains("store", "web", "app");
        assertThat(orders)
                .allSatisfy(
                        order -> assertThat(order.at("/delivery/addressDigest").isString())
                                .isNotEqualTo(order.path("channel").asString().equals("store")));
        assertThat(published(1))
                .extracting(event -> event.body().toString())
                .noneMatch(body -> body.contains("Willow Lane"));
    }

    @Test
    void aCustomersParcelsAllGoToOneAddressAndSomeFriendsLiveTogether() {
        Map<String, Set<String>> addresses = new HashMap<>();
        Map<String, Set<String>> residents = new HashMap<>();
        orders("shop.order.placed.v1").stream()
                .filter(order -> order.has("delivery"))
                .forEach(order -> {
                    String buyer = order.at("/buyer/externalId").stringValue();
                    String address = order.at("/delivery/addressDigest").stringValue();
                    addresses.computeIfAbsent(buyer, first -> new HashSet<>()).add(address);
                    residents.computeIfAbsent(address, first -> new HashSet<>()).add(buyer);
                });

        assertThat(addresses.values()).allSatisfy(of -> assertThat(of).hasSize(1));
        assertThat(residents.values()).anyMatch(at -> at.size() > 1).anyMatch(at -> at.size() == 1);
    }

    @Test
    void anOrderComesBackInPartOrAsAWhole() {
        List<ObjectNode> returned = orders("shop.order.returned.v1");

        assertThat(returned)
                .allSatisfy(order -> assertThat(amount(order, "/return/refund"))
                        .isPositive()
                        .isLessThanOrEqualTo(amount(order, "/totals/grand")));
        assertThat(returned)
                .anyMatch(order -> amount(order, "/return/refund").compareTo(amount(order, "/totals/grand")) == 0)
                .anyMatch(order -> amount(order, "/return/refund").compareTo(amount(order, "/totals/grand")) < 0);
    }

    @Test
    void theDeliveryOfSomeParcelsIsNeverReported() {
        List<String> delivered = ordersWith("shop.order.delivered.v1", UNTIL).toList();

        assertThat(ordersWith("shop.order.shipped.v1", UNTIL.minus(Duration.ofDays(10))))
                .anyMatch(delivered::contains)
                .anyMatch(orderId -> !delivered.contains(orderId));
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
