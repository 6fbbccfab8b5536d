package io.guanxi.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Topics;
import io.guanxi.customer.file.command.CustomerFiles;
import io.guanxi.customer.file.contact.KeyRing;
import io.guanxi.customer.file.domain.Stage;
import io.guanxi.customer.file.view.customerdetails.CustomersToReview;
import io.guanxi.kernel.Origin;
import io.guanxi.test.Api;
import io.guanxi.test.Api.Answer;
import io.guanxi.test.RunsOnPlatform;
import io.guanxi.test.TestTokens;
import io.guanxi.test.TestTopics;
import io.guanxi.web.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RunsOnPlatform
@SpringBootTest(
        classes = CustomerService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=customer-service",
            "guanxi.customer.master-key=c29tZSAzMiBieXRlcyBmb3IgdGVzdHMgb25seSEhISE="
        })
class ServingCustomersIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant PLACED = Instant.parse("2026-05-01T10:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private KeyRing keys;

    @Autowired
    private CustomerFiles files;

    @Autowired
    private CustomersToReview customersToReview;

    private String tenant;
    private CustomerKey customer;
    private Api agent;

    @BeforeEach
    void useATenantOfItsOwn() {
        tenant = "t-" + UUID.randomUUID().toString().substring(0, 8);
        customer = CustomerKey.of(tenant, "web", "00021");
        agent = as(Role.AGENT);
    }

    @Test
    void ordersThatComeInAnyOrderAndTwiceMakeOneCustomerWhoIsFoundAndShown() {
        publishOrder(EventTypes.SHOP_ORDER_PAID, "A-1", PLACED.plusSeconds(60));
        publishOrder(EventTypes.SHOP_ORDER_PLACED, "A-1", PLACED);
        publishOrder(EventTypes.SHOP_ORDER_PLACED, "A-1", PLACED);
        publishOrder(EventTypes.SHOP_ORDER_SHIPPED, "A-2", PLACED.plusSeconds(600));
        publishOrder(EventTypes.SHOP_ORDER_CANCELLED, "A-3", PLACED.plusSeconds(700));
        publishOrder(EventTypes.SHOP_ORDER_PLACED, "A-3", PLACED.plusSeconds(700));

        var details = eventually(answer -> answer.json().at("/orders/cancelled").asInt(0) == 1);

        assertThat(details.text("/id")).isEqualTo(customer.customerId());
        assertThat(details.text("/shopIds/0/externalId")).isEqualTo("00021");
        assertThat(details.json().at("/orders/count").asInt()).isEqualTo(2);
        assertThat(details.text("/orders/first")).isEqualTo(PLACED.toString());
        assertThat(details.text("/orders/last"))
                .isEqualTo(PLACED.plusSeconds(600).toString());
        assertThat(details.text("/stage/stage")).isEqualTo("returning");
        assertThat(details.text("/stage/cause/rule")).isEqualTo("further-order");
        assertThat(details.text("/stage/cause/orderId")).isEqualTo("A-2");
        assertThat(details.header("ETag")).isEqualTo("\"" + details.text("/version") + "\"");
        for (var query : List.of("?externalId=00021", "?externalId=00021&shop=web")) {
            assertFound(query);
        }
        assertThat(published(Topics.CRM_CUSTOMERS, 3))
                .extracting(TestTopics.Read::type)
                .containsExactly(
                        EventTypes.CRM_CUSTOMER_RECOGNISED,
                        EventTypes.CRM_CUSTOMER_STAGE_CHANGED,
                        EventTypes.CRM_CUSTOMER_STAGE_CHANGED);
    }

    @Test
    void whoAShopRegistersIsFoundByEverythingKnownAndPublishedWithoutPersonalDataButInTheStateTopic() {
        publishRegistration(Map.of(
                "name", "Ana María 李小明", "email", "Ana@Example.com", "phone", "+86 10 1234-5678", "language", "zh-cn"));

        var details = eventually(answer -> !answer.text("/profile/email").isEmpty());

        assertThat(details.json().at("/profile")).isEqualTo(JSON.readTree("""
                        {"email":"Ana@example.com","language":"zh-CN","name":"Ana María 李小明","phone":"+861012345678"}"""));
        assertThat(details.text("/contactData")).isEqualTo("readable");
        assertThat(details.text("/stage/stage")).isEqualTo("potential");
        for (var query : List.of(
                "?email=ana@EXAMPLE.com", "?phone=0086 (10) 12345678", "?name=maria", "?name=小明", "?name=ANA MAR")) {
            assertFound(query);
        }
        assertThat(agent.get("/api/customers?name=aria").json().at("/items")).isEmpty();
        assertThat(published(Topics.CRM_CUSTOMERS, 2))
                .allSatisfy(read -> assertThat(read.toString())
                        .doesNotContain("Ana")
                        .doesNotContain("example.com")
                        .doesNotContain("1234"));
        var state = TestTopics.awaitOne(
                Topics.CUSTOMER_PROFILE_STATE,
                read -> customer.toString().equals(read.key())
                        && read.toString().contains("email"),
                SOON);
        assertThat(state.json().at("/profile/email").asString("")).isEqualTo("Ana@example.com");
        assertThat(SchemaCatalogue.published().validate(Topics.CUSTOMER_PROFILE_STATE, state.value()))
                .isEmpty();
    }

    @Test
    void aRegistrationOverHttpIsOneEffectHoweverOftenItIsSent() {
        var shop = as(Role.SHOP);
        var first = shop.with("Idempotency-Key", "k1").post("/api/customers", registration("ana@example.com"));
        var repeated = shop.with("Idempotency-Key", "k1").post("/api/customers", registration("ana@example.com"));
        var otherBody = shop.with("Idempotency-Key", "k1").post("/api/customers", registration("ben@example.com"));
        var withoutKey = shop.post("/api/customers", registration("ana@example.com"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).endsWith("/api/customers/" + customer.customerId());
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.body()).isEqualTo(first.body());
        assertThat(otherBody.status()).isEqualTo(422);
        assertThat(withoutKey.status()).isEqualTo(200);
        assertThat(withoutKey.body()).isEqualTo(first.body());
        assertThat(agent.get("/api/customers/" + customer.customerId() + "/history")
                        .json()
                        .at("/items"))
                .extracting(entry -> entry.at("/what").asString(""))
                .as("nothing is different; that the same was said again is all there is to know")
                .containsExactly("customer.registered", "customer.contact-changed", "customer.contact-confirmed");
    }

    @Test
    void aRegistrationIsRefusedWithAPointerToEachFault() {
        var refused = as(Role.SHOP)
                .post(
                        "/api/customers",
                        Map.of("externalId", "00021", "profile", Map.of("email", "nobody", "phone", "call me")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors"))
                .extracting(error -> error.at("/pointer").asString(""))
                .containsExactlyInAnyOrder("/shop", "/profile/email", "/profile/phone");
        assertThat(refused.body()).doesNotContain("nobody").doesNotContain("call me");
    }

    @Test
    void aCorrectionMergesNeedsTheVersionSeenAndMakesTheOldTermVanish() {
        as(Role.SHOP).post("/api/customers", registration("ana@example.com"));
        var seen = eventually(answer -> answer.text("/version").equals("2")).header("ETag");

        var corrected = agent.with("If-Match", seen)
                .patch(
                        "/api/customers/" + customer.customerId() + "/profile",
                        "{\"email\":\"li@example.com\",\"name\":null}");
        assertThat(corrected.status()).isEqualTo(204);
        assertThat(corrected.header("ETag")).isEqualTo("\"3\"");

        var details = eventually(answer -> answer.text("/version").equals("3"));
        assertThat(details.text("/profile/email")).isEqualTo("li@example.com");
        assertThat(details.text("/profile/phone")).isEqualTo("+861012345678");
        assertThat(details.json().at("/profile/name").isMissingNode()).isTrue();
        assertFound("?email=li@example.com");
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(agent.get("/api/customers?email=ana@example.com").json().at("/items"))
                    .isEmpty();
            assertThat(agent.get("/api/customers?name=Ana").json().at("/items")).isEmpty();
        });

        var stale = agent.with("If-Match", seen)
                .patch("/api/customers/" + customer.customerId() + "/profile", "{\"email\":\"late@example.com\"}");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.header("ETag")).isEqualTo("\"3\"");
        var unknownField = agent.patch("/api/customers/" + customer.customerId() + "/profile", "{\"age\":7}");
        assertThat(unknownField.status()).isEqualTo(400);
        assertThat(unknownField.text("/errors/0/pointer")).isEqualTo("/age");
    }

    @Test
    void aRoleSeesWhatItMayAndATenantSeesItsOwnCustomersAlone() {
        as(Role.SHOP).post("/api/customers", registration("ana@example.com"));
        eventually(answer -> answer.text("/version").equals("2"));
        var path = "/api/customers/" + customer.customerId();

        var masked = as(Role.ANALYST).get(path);
        assertThat(masked.status()).isEqualTo(200);
        assertThat(masked.text("/contactData")).isEqualTo("masked");
        assertThat(masked.body()).doesNotContain("ana@example.com").doesNotContain("Ana");
        assertThat(as(Role.ANALYST).get("/api/customers?email=ana@example.com").status())
                .isEqualTo(403);
        assertThat(as(Role.ANALYST)
                        .get("/api/customers?externalId=00021&shop=web")
                        .status())
                .isEqualTo(200);
        assertThat(as(Role.MARKETER).get(path).text("/profile/email")).isEqualTo("ana@example.com");
        assertThat(as(Role.MARKETER).patch(path + "/profile", "{}").status()).isEqualTo(403);
        assertThat(as(Role.SHOP).get(path).status()).isEqualTo(403);
        assertThat(Api.at(port).get(path).status()).isEqualTo(401);

        var stranger = Api.at(port).as(TestTokens.token("other-" + tenant, Role.AGENT));
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.get("/api/customers?email=ana@example.com").json().at("/items"))
                .isEmpty();
        assertThat(agent.get("/api/customers/no-id").problem()).isEqualTo("customer-unknown");
        assertThat(agent.get("/api/customers").status()).isEqualTo(400);
        assertThat(agent.get("/api/customers?name=a&limit=1000").status()).isEqualTo(400);
    }

    @Test
    void aSearchByNameListsEachCustomerOncePageByPage() {
        for (var number = 0; number < 5; number++) {
            as(Role.SHOP)
                    .post(
                            "/api/customers",
                            Map.of(
                                    "shop",
                                    "web",
                                    "externalId",
                                    "customer " + number,
                                    "profile",
                                    Map.of("name", "Ana Anaya " + number)));
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(namesFound()).hasSize(5));
        assertThat(namesFound()).doesNotHaveDuplicates();
    }

    @Test
    void theFileIsAListOfWhatHappenedWithItsCauses() {
        publishOrder(EventTypes.SHOP_ORDER_PLACED, "A-1", PLACED);
        eventually(answer -> answer.text("/stage/stage").equals("active"));
        var path = "/api/customers/" + customer.customerId() + "/history";

        var all = agent.get(path);
        assertThat(all.json().at("/items"))
                .extracting(entry -> entry.at("/what").asString(""))
                .containsExactly("customer.recognised", "customer.order-noted", "customer.stage-changed");
        assertThat(all.text("/items/2/facts/rule")).isEqualTo("first-order");
        assertThat(all.text("/items/0/happened")).isEqualTo(PLACED.toString());
        assertThat(all.text("/items/0/recorded")).isNotEmpty();
        assertThat(all.text("/items/0/causedBy")).isNotEmpty();
        var page = agent.get(path + "?limit=2");
        assertThat(page.json().at("/items")).hasSize(2);
        assertThat(agent.get(path + "?limit=2&cursor=" + page.text("/next"))
                        .json()
                        .at("/items"))
                .hasSize(1);
        assertThat(agent.get("/api/customers/" + UUID.randomUUID() + "/history").status())
                .isEqualTo(404);
    }

    @Test
    void whereOneFileGoesOnIsNoPlaceInTheFileOfAnotherCustomerOrTenant() {
        as(Role.SHOP).post("/api/customers", registration("ana@example.com"));
        var otherCustomer = CustomerKey.of(tenant, "web", "00022");
        as(Role.SHOP).post("/api/customers", Map.of("shop", "web", "externalId", "00022"));
        var otherTenant = "other-" + tenant;
        var elsewhere = CustomerKey.of(otherTenant, "web", "00021");
        var shopElsewhere = Api.at(port).as(TestTokens.token(otherTenant, Role.SHOP));
        shopElsewhere.post("/api/customers", registration("ana@example.com"));
        var agentElsewhere = Api.at(port).as(TestTokens.token(otherTenant, Role.AGENT));
        var cursor = agent.get("/api/customers/" + customer.customerId() + "/history?limit=1")
                .text("/next");
        assertThat(cursor).isNotEmpty();

        for (var refused : List.of(
                agent.get("/api/customers/" + otherCustomer.customerId() + "/history?cursor=" + cursor),
                agentElsewhere.get("/api/customers/" + elsewhere.customerId() + "/history?cursor=" + cursor))) {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("/errors/0/parameter")).isEqualTo("cursor");
        }
    }

    @Test
    void aReviewFindsWhoHasBeenSilentAndLosesThemOnce() {
        publishOrder(EventTypes.SHOP_ORDER_PLACED, "A-1", PLACED);
        eventually(answer -> answer.text("/stage/stage").equals("active"));
        var asOf = PLACED.plus(Duration.ofDays(400));
        var origin = new Origin(tenant, "review", null, null);

        assertThat(customersToReview.at(Stage.ACTIVE, PLACED, null, 1000).items())
                .contains(customer);
        assertThat(customersToReview
                        .at(Stage.ACTIVE, PLACED.minusMillis(1), null, 1000)
                        .items())
                .doesNotContain(customer);
        assertThat(files.review(customer, asOf, origin).after()).isEqualTo(4);
        assertThat(files.review(customer, asOf, origin).after()).isEqualTo(4);

        var lost = eventually(answer -> answer.text("/stage/stage").equals("lost"));
        assertThat(lost.text("/stage/since"))
                .isEqualTo(PLACED.plus(Duration.ofDays(365)).toString());
        assertThat(lost.text("/stage/cause/sentence")).isEqualTo("A customer without an order for 365 days is lost.");
        assertThat(customersToReview.at(Stage.ACTIVE, PLACED, null, 1000).items())
                .doesNotContain(customer);
    }

    @Test
    void aCustomerWhoseKeyIsDestroyedIsShownAsErasedAndNothingIsKeptOfThemAgain() {
        as(Role.SHOP).post("/api/customers", registration("ana@example.com"));
        eventually(answer -> answer.text("/version").equals("2"));

        keys.destroy(customer, Instant.parse("2026-06-01T00:00:00Z"));

        var erased = agent.get("/api/customers/" + customer.customerId());
        assertThat(erased.text("/contactData")).isEqualTo("erased");
        assertThat(erased.body()).doesNotContain("ana@example.com");
        var again = as(Role.SHOP).post("/api/customers", registration("ana@example.com"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("customer-erased");
        publishOrder(EventTypes.SHOP_ORDER_PLACED, "A-1", PLACED);
        assertThat(eventually(answer -> answer.text("/stage/stage").equals("active"))
                        .text("/contactData"))
                .isEqualTo("erased");
        TestTopics.awaitOne(
                Topics.CUSTOMER_PROFILE_STATE,
                read -> customer.toString().equals(read.key()) && read.value() == null,
                SOON);
    }

    @Test
    void whatWasMadeOfContactDataBeforeTheKeyWasDestroyedGoesWhenTheViewsAreRebuilt() {
        as(Role.SHOP).post("/api/customers", registration("ana@example.com"));
        assertFound("?email=ana@example.com");
        assertFound("?name=Ana");
        keys.destroy(customer, Instant.parse("2026-06-01T00:00:00Z"));
        assertThat(agent.get("/api/customers?name=Ana").json().at("/items"))
                .as("the readable name stays in the view until then")
                .hasSize(1);

        for (var view : List.of("customer-search", "customer-profile")) {
            var rebuild = as(Role.OPERATOR).post("/api/operations/customer/views/" + view + "/rebuild", Map.of());
            assertThat(rebuild.status()).isEqualTo(202);
        }

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(agent.get("/api/customers?email=ana@example.com").json().at("/items"))
                    .isEmpty();
            assertThat(agent.get("/api/customers?name=Ana").json().at("/items")).isEmpty();
        });
        TestTopics.awaitOne(
                Topics.CUSTOMER_PROFILE_STATE,
                read -> customer.toString().equals(read.key()) && read.value() == null,
                SOON);
    }

    @Test
    void newsThatCannotBeUsedIsADeadLetterAndHoldsUpNobody() {
        TestTopics.publish(
                Topics.SHOP_ORDERS,
                customer.toString(),
                TestTopics.cloudEvent(EventTypes.SHOP_ORDER_PLACED, customer.toString(), PLACED),
                "{\"orderId\":7}");
        publishRegistration(Map.of("email", "nobody@nowhere"));
        publishOrder(EventTypes.SHOP_ORDER_PLACED, "A-1", PLACED);

        eventually(answer -> answer.text("/stage/stage").equals("active"));
        var operator = as(Role.OPERATOR);
        await().atMost(SOON).untilAsserted(() -> {
            var letters = operator.get("/api/operations/customer/dead-letters?limit=100")
                    .body();
            assertThat(letters).contains("contact-data-unusable").contains(customer.toString());
        });
        assertThat(operator.get("/api/operations/customer/dead-letters?limit=100")
                        .body())
                .doesNotContain("nobody@nowhere");
    }

    @Test
    void whatIsServedIsDescribed() {
        var described = agent.get("/v3/api-docs");
        assertThat(described.status()).isEqualTo(200);
        assertThat(described.json().at("/paths").propertyNames())
                .contains(
                        "/api/customers",
                        "/api/customers/{id}",
                        "/api/customers/{id}/profile",
                        "/api/customers/{id}/history");
    }

    private Api as(Role role) {
        return Api.at(port).as(TestTokens.token(tenant, role));
    }

    private Answer eventually(Predicate<Answer> wanted) {
        return await().atMost(SOON)
                .until(
                        () -> agent.get("/api/customers/" + customer.customerId()),
                        answer -> answer.status() == 200 && wanted.test(answer));
    }

    private void assertFound(String query) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(agent.get("/api/customers" + query).text("/items/0/id"))
                                .as(query)
                                .isEqualTo(customer.customerId()));
    }

    private List<String> namesFound() {
        var names = new java.util.ArrayList<String>();
        var path = "/api/customers?name=ana&limit=2";
        var page = agent.get(path);
        names.addAll(idsOf(page));
        while (!page.text("/next").isEmpty()) {
            page = agent.get(path + "&cursor=" + page.text("/next"));
            names.addAll(idsOf(page));
        }
        return names;
    }

    private static List<String> idsOf(Answer page) {
        return StreamSupport.stream(page.json().at("/items").spliterator(), false)
                .map((JsonNode item) -> item.at("/id").asString(""))
                .toList();
    }

    private List<TestTopics.Read> published(String topic, int count) {
        return TestTopics.await(
                topic, read -> customer.toString().equals(read.key()), reads -> reads.size() >= count, SOON);
    }

    private static Map<String, Object> registration(String email) {
        return Map.of(
                "shop", "web",
                "externalId", "00021",
                "profile", Map.of("name", "Ana Li", "email", email, "phone", "+86 10 1234 5678"));
    }

    private void publishRegistration(Map<String, String> profile) {
        TestTopics.publish(
                Topics.SHOP_CUSTOMERS,
                customer.toString(),
                TestTopics.cloudEvent(EventTypes.SHOP_CUSTOMER_REGISTERED, customer.toString(), PLACED),
                Map.of("shop", "web", "externalId", "00021", "profile", profile));
    }

    private void publishOrder(String type, String orderId, Instant happened) {
        TestTopics.publish(
                Topics.SHOP_ORDERS,
                customer.toString(),
                TestTopics.cloudEvent(type, customer.toString(), happened),
                """
                {"orderId":"%s","shop":"web","buyer":{"externalId":"00021"},"channel":"web","currency":"EUR",
                 "lines":[{"lineId":"1","sku":"cd","quantity":1,"amount":"10.00"}],"totals":{"grand":"10.00"}}""".formatted(orderId));
    }
}
