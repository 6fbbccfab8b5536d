package io.guanxi.gateway.customerview;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.gateway.Backends;
import io.guanxi.gateway.RunsGateway;
import io.guanxi.gateway.service.Backend;
import io.guanxi.test.Api.Answer;
import io.guanxi.web.Role;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposingTheCustomerViewIT extends RunsGateway {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ID = "0d9e3a52-6a54-5d3a-9c1e-2b7f1f0a9c11";

    private Answer view() {
        return view(ID);
    }

    private Answer view(String id) {
        return as(Role.AGENT, "acme").get("/api/customers/" + id);
    }

    @Test
    void allPartsAreThere() {
        Answer view = view();

        assertThat(view.status()).isEqualTo(200);
        assertThat(view.json().path("complete").asBoolean()).isTrue();
        assertThat(view.text("/customer/from")).isEqualTo("customer");
        assertThat(view.text("/loyalty/from")).isEqualTo("loyalty");
        assertThat(view.text("/tickets/from")).isEqualTo("ticket");
        assertThat(view.text("/value/from")).isEqualTo("analytics");
        assertThat(view.json().path("missing").isEmpty()).isTrue();
    }

    @Test
    void theLoyaltyPartHasTheTierWhatIsMissingToTheNextAndTheLastEntries() {
        String summary = """
                {"balance": 350, "tier": {"code": "silver"}, "nextTier": {"tier": "gold", "missing": "312.00"},
                 "lastEntries": [{"kind": "points-earned", "points": 30}]}""";
        Backends.server(Backend.LOYALTY).resetAll();
        Backends.server(Backend.LOYALTY)
                .stubFor(get(urlPathEqualTo("/api/loyalty/accounts/" + ID + "/summary"))
                        .willReturn(okJson(summary)));

        Answer view = view();

        assertThat(view.json().path("complete").asBoolean()).isTrue();
        assertThat(view.json().at("/loyalty/balance").asLong()).isEqualTo(350);
        assertThat(view.text("/loyalty/tier/code")).isEqualTo("silver");
        assertThat(view.text("/loyalty/nextTier/missing")).isEqualTo("312.00");
        assertThat(view.text("/loyalty/lastEntries/0/kind")).isEqualTo("points-earned");
    }

    @Test
    void theValuePartHasTheGradeTheRiskAndWhy() {
        String value = """
                {"orders": 3, "picture": {"grade": "gold", "currentValue": "512.00",
                  "grades": [{"day": "2026-03-02", "from": "lead", "to": "gold", "reasons": ["value-rose"]}],
                  "risk": {"band": "medium", "probability": 0.41, "basis": "risk-model"},
                  "versions": {"pyramid": 2, "risk": 1}},
                 "scores": {"recency": 4, "explanation": [{"measure": "recency", "sentences": {"zh-CN": "近"}}]}}""";
        Backends.server(Backend.ANALYTICS).resetAll();
        Backends.server(Backend.ANALYTICS)
                .stubFor(get(urlPathEqualTo("/api/analytics/customers/" + ID)).willReturn(okJson(value)));

        Answer view = view();

        assertThat(view.json().path("complete").asBoolean()).isTrue();
        assertThat(view.text("/value/picture/grade")).isEqualTo("gold");
        assertThat(view.text("/value/picture/grades/0/reasons/0")).isEqualTo("value-rose");
        assertThat(view.text("/value/picture/risk/band")).isEqualTo("medium");
        assertThat(view.json().at("/value/picture/versions/pyramid").asInt()).isEqualTo(2);
        assertThat(view.text("/value/scores/explanation/0/sentences/zh-CN")).isEqualTo("近");
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void aPartThatIsLateIsMissingAndTheViewKeepsItsBudget(Backend late) {
        Backends.answersAfter(late, 20_000);

        long started = System.nanoTime();
        Answer view = view();
        Duration took = Duration.ofNanos(System.nanoTime() - started);

        assertThat(view.status()).isEqualTo(200);
        assertThat(view.json().path("complete").asBoolean()).isFalse();
        assertThat(view.json().path("missing")).hasSize(1);
        assertThat(view.text("/missing/0/reason")).isEqualTo("timeout");
        assertThat(took).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void aPartThatCannotBeReachedIsMissing() {
        Backends.hangsUp(Backend.LOYALTY);

        Answer view = view();

        assertThat(view.text("/missing/0/part")).isEqualTo("loyalty");
        assertThat(view.text("/missing/0/reason")).isEqualTo("unavailable");
        assertThat(view.text("/customer/from")).isEqualTo("customer");
    }

    @Test
    void nonsenseIsNoAnswer() {
        Backends.answers(Backend.ANALYTICS, 200, "<html>welcome</html>");

        Answer view = view();

        assertThat(view.text("/missing/0/part")).isEqualTo("value");
        assertThat(view.text("/missing/0/reason")).isEqualTo("failed");
    }

    @Test
    void aPartThatTheCallerMayNotSeeIsSaidToBeForbidden() {
        Backends.answers(Backend.TICKET, 403, "{}");

        assertThat(view().text("/missing/0/reason")).isEqualTo("forbidden");
    }

    @Test
    void aCustomerWithoutAccountOrOrdersIsComplete() {
        Backends.answers(Backend.LOYALTY, 404, "{}");
        Backends.answers(Backend.ANALYTICS, 404, "{}");

        Answer view = view();

        assertThat(view.json().path("complete").asBoolean()).isTrue();
        assertThat(view.json().has("loyalty")).isFalse();
    }

    @Test
    void aCustomerWhomOnlyOthersKnowSoFarIsPartial() {
        Backends.answers(Backend.CUSTOMER, 404, "{}");

        Answer view = view();

        assertThat(view.status()).isEqualTo(200);
        assertThat(view.text("/missing/0/reason")).isEqualTo("not-yet-known");
    }

    @Test
    void aCustomerWhomNobodyKnowsIsNotFound() {
        Backends.answers(Backend.CUSTOMER, 404, "{}");
        Backends.answers(Backend.LOYALTY, 404, "{}");
        Backends.answers(Backend.ANALYTICS, 404, "{}");

        Answer view = view();

        assertThat(view.status()).isEqualTo(404);
        assertThat(view.problem()).isEqualTo("customer-not-found");
    }

    @Test
    void aServiceThatFailsIsNotAskedForAWhileAndThenAskedAgainWithoutHelp() {
        Backends.answers(Backend.LOYALTY, 500, "{}");
        await().atMost(SOON).until(() -> view().text("/missing/0/reason").equals("unavailable"));
        Backends.answers(Backend.LOYALTY, 200, "{\"from\":\"loyalty\"}");

        String unasked = UUID.randomUUID().toString();
        assertThat(view(unasked).text("/missing/0/reason")).isEqualTo("unavailable");
        Backends.server(Backend.LOYALTY).verify(0, getRequestedFor(urlPathMatching(".*" + unasked + ".*")));

        await().atMost(SOON).until(() -> view().json().path("complete").asBoolean());
    }

    @Test
    void everyPartIsAskedInTheCallersNameAndUnderTheSameCorrelationId() {
        Answer view = as(Role.AGENT, "acme").with("X-Correlation-Id", "look-1").get("/api/customers/" + ID);

        assertThat(view.header("X-Correlation-Id")).isEqualTo("look-1");
        for (Backend backend : Backend.values()) {
            Backends.server(backend)
                    .verify(getRequestedFor(urlPathMatching("/api/.*"))
                            .withHeader("Authorization", matching("Bearer .+"))
                            .withHeader("X-Correlation-Id", equalTo("look-1"))
                            .withHeader("traceparent", matching("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")));
        }
    }

    @Test
    void anIdThatIsNoneIsRefusedBeforeAnybodyIsAsked() {
        Answer view = as(Role.AGENT, "acme").get("/api/customers/00021");

        assertThat(view.status()).isEqualTo(400);
        Backends.server(Backend.CUSTOMER).verify(0, getRequestedFor(urlPathEqualTo("/api/customers/00021")));
    }
}
