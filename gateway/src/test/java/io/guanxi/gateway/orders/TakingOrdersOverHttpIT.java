package io.guanxi.gateway.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.Topics;
import io.guanxi.gateway.RunsGateway;
import io.guanxi.test.Api;
import io.guanxi.test.Api.Answer;
import io.guanxi.test.TestTopics;
import io.guanxi.web.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TakingOrdersOverHttpIT extends RunsGateway {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TENANT = "http-shop";

    @BeforeEach
    void theTopicIsThere() {
        TestTopics.create(Topics.SHOP_ORDERS);
    }

    /** As a shop does that is told to send the same again: a busy broker may not take the first one in time. */
    private static Answer taken(Api shop, String path, Object body) {
        return await().atMost(SOON).until(() -> shop.post(path, body), answer -> answer.status() != 503);
    }

    private static Map<String, Object> order(String orderId, String amount) {
        return Map.of(
                "orderId",
                orderId,
                "shop",
                "web",
                "buyer",
                Map.of("externalId", "00021"),
                "channel",
                "web",
                "currency",
                "CNY",
                "lines",
                List.of(Map.of("lineId", "1", "sku", "TEA", "quantity", 1, "amount", amount)),
                "totals",
                Map.of("grand", amount));
    }

    private static Map<String, Object> event(String orderId, String amount) {
        return Map.of("type", "shop.order.paid.v1", "time", "2026-03-01T10:00:00Z", "data", order(orderId, amount));
    }

    @Test
    void anOrderIsOnTheTopicAsAShopWithKafkaWouldSendIt() {
        Answer answer =
                taken(as(Role.SHOP, TENANT).with("X-Correlation-Id", "order-1"), "/api/orders", event("H-1", "12.50"));

        assertThat(answer.status()).isEqualTo(202);
        CustomerKey customer = CustomerKey.of(TENANT, "web", "00021");
        assertThat(answer.text("/customerId")).isEqualTo(customer.customerId());
        TestTopics.Read read = TestTopics.awaitOne(
                Topics.SHOP_ORDERS,
                record -> answer.text("/id").equals(record.headers().get(Envelope.ID)),
                SOON);
        assertThat(read.key()).isEqualTo(customer.toString());
        assertThat(read.type()).isEqualTo("shop.order.paid.v1");
        assertThat(read.headers())
                .containsEntry(Envelope.TENANT, TENANT)
                .containsEntry(Envelope.TIME, "2026-03-01T10:00:00Z")
                .containsEntry(Envelope.CORRELATION_ID, "order-1")
                .containsKey(Envelope.TRACE_PARENT);
        assertThat(read.json().at("/totals/grand").asString()).isEqualTo("12.50");
    }

    @Test
    void theSameOccurrenceAlwaysHasTheSameId() {
        String first = taken(as(Role.SHOP, TENANT), "/api/orders", event("H-2", "1.00"))
                .text("/id");
        String second = taken(as(Role.SHOP, TENANT), "/api/orders", event("H-2", "1.00"))
                .text("/id");
        String other = taken(as(Role.SHOP, "other-shop"), "/api/orders", event("H-2", "1.00"))
                .text("/id");

        assertThat(first).isNotEmpty();
        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void aFieldThatIsWrongIsPointedAt() {
        Answer answer = as(Role.SHOP, TENANT).post("/api/orders", event("H-3", "twelve"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("/data/totals/grand").doesNotContain("twelve");
    }

    @Test
    void aTypeThatIsNoOrderEventIsRefused() {
        Answer answer = as(Role.SHOP, TENANT)
                .post(
                        "/api/orders",
                        Map.of(
                                "type",
                                "crm.customer.recognised.v1",
                                "time",
                                "2026-03-01T10:00:00Z",
                                "data",
                                order("H-4", "1.00")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/type");
    }

    @Test
    void manyAreJudgedOneByOne() {
        Answer answer = taken(
                as(Role.SHOP, TENANT),
                "/api/orders/bulk",
                List.of(event("H-5", "1.00"), event("H-6", "x"), Map.of("type", "shop.order.paid.v1"), "nonsense"));

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.text("/accepted")).isEqualTo("1");
        assertThat(answer.text("/rejected")).isEqualTo("3");
        assertThat(answer.text("/results/0/status")).isEqualTo("accepted");
        assertThat(answer.text("/results/1/errors/0/pointer")).startsWith("/data/");
        assertThat(answer.text("/results/2/errors/0/pointer")).isNotEmpty();
        assertThat(answer.text("/results/3/status")).isEqualTo("rejected");
    }

    @Test
    void onlyAShopHandsOrdersIn() {
        assertThat(as(Role.AGENT, TENANT)
                        .post("/api/orders", event("H-7", "1.00"))
                        .status())
                .isEqualTo(403);
    }
}
