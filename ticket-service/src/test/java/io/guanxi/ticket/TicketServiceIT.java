package io.guanxi.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Topics;
import io.guanxi.test.Api;
import io.guanxi.test.Api.Answer;
import io.guanxi.test.MovableClock;
import io.guanxi.test.TestTokens;
import io.guanxi.test.TestTopics;
import io.guanxi.test.TestTopics.Read;
import io.guanxi.ticket.desk.domain.Desk;
import io.guanxi.web.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The service as callers and subscribers meet it. Each test has a tenant of its own; the clock only moves on. */
class TicketServiceIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant FRIDAY_TEN = Desk.FRIDAY_TEN;

    private static MovableClock clock;
    private static RunningDesk desk;

    private String tenant;
    private Api agent;

    @BeforeAll
    static void start() {
        clock = new MovableClock(FRIDAY_TEN);
        desk = new RunningDesk("ticket-" + UUID.randomUUID(), clock);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void useATenantOfItsOwn() {
        clock.moveTo(FRIDAY_TEN);
        tenant = "t-" + UUID.randomUUID();
        agent = desk.as(tenant, Role.AGENT);
    }

    @Test
    void aTicketLivesItsWholeLifeAndSubscribersHearOfIt() {
        Answer opened = agent.post("/api/tickets", question("high"));
        String id = opened.text("/id");
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.header("Location")).isEqualTo("/api/tickets/" + id);
        assertThat(opened.header("ETag")).isEqualTo("\"0\"");
        assertThat(opened.text("/status")).isEqualTo("new");
        assertThat(opened.text("/promises/0/dueAt")).isEqualTo("2026-11-20T03:00:00Z");
        assertThat(opened.text("/promises/1/dueAt")).isEqualTo("2026-11-23T02:30:00Z");

        assertThat(work(id, "assignments", Map.of("agent", "zhao")).text("/status"))
                .isEqualTo("open");
        clock.move(Duration.ofMinutes(30));
        assertThat(work(id, "replies", Map.of("text", "We look for it, Mr Wang."))
                        .text("/promises/0/state"))
                .isEqualTo("met");
        work(id, "replies", Map.of("text", "He is cross.", "visibility", "internal"));
        Answer held = work(id, "holds", Map.of("reason", "waiting-for-carrier"));
        assertThat(held.text("/status")).isEqualTo("on-hold");
        assertThat(held.text("/promises/1/state")).isEqualTo("paused");
        assertThat(held.text("/promises/1/left")).isEqualTo("PT7H30M");

        clock.move(Duration.ofDays(7));
        Answer resumed = agent.delete("/api/tickets/{id}/holds", id);
        assertThat(resumed.text("/status")).isEqualTo("open");
        assertThat(resumed.text("/promises/1/dueAt")).isEqualTo("2026-11-30T02:30:00Z");
        assertThat(work(id, "resolutions", Map.of("outcome", "sent-again")).text("/status"))
                .isEqualTo("resolved");
        Answer written = work(id, "replies", Map.of("text", "Still nothing!", "from", "customer"));
        assertThat(written.text("/status")).isEqualTo("open");
        work(id, "resolutions", Map.of("outcome", "refunded"));
        work(id, "reopenings", Map.of("reason", "refund-too-small"));
        work(id, "resolutions", Map.of("outcome", "refunded-in-full"));
        Answer closed = agent.post("/api/tickets/{id}/closures", "", id);
        assertThat(closed.text("/status")).isEqualTo("closed");

        Answer details = awaitDetails(id, "closed");
        assertThat(details.header("ETag")).isEqualTo(closed.header("ETag"));
        assertThat(details.text("/version")).isEqualTo(closed.text("/version"));
        assertThat(details.text("/assignee")).isEqualTo("zhao");
        assertThat(details.text("/outcome")).isEqualTo("refunded-in-full");
        assertThat(details.json().at("/reopened").asInt()).isEqualTo(2);
        assertThat(texts(details.json().at("/conversation"), "text"))
                .containsExactly(
                        "It was to come on Monday. Wang", "We look for it, Mr Wang.", "He is cross.", "Still nothing!");
        assertThat(texts(details.json().at("/timeline"), "what")).doesNotContain("ticket.sla-breached");
        subscribersHearOf(id);
    }

    private void subscribersHearOf(String id) {
        List<Read> events = TestTopics.await(
                Topics.CRM_TICKETS,
                read -> read.key() != null && read.key().startsWith(tenant + "/"),
                found -> found.stream().anyMatch(read -> read.type().equals("crm.ticket.closed.v1")),
                SOON);
        assertThat(events)
                .extracting(Read::type)
                .containsExactly(
                        "crm.ticket.opened.v1",
                        "crm.ticket.assigned.v1",
                        "crm.ticket.replied.v1",
                        "crm.ticket.held.v1",
                        "crm.ticket.resumed.v1",
                        "crm.ticket.resolved.v1",
                        "crm.ticket.reopened.v1",
                        "crm.ticket.resolved.v1",
                        "crm.ticket.reopened.v1",
                        "crm.ticket.resolved.v1",
                        "crm.ticket.closed.v1");
        List<Read> states = TestTopics.await(
                Topics.TICKET_STATE,
                read -> (tenant + "/" + id).equals(read.key()),
                found -> !found.isEmpty()
                        && found.getLast().json().at("/status").asString().equals("closed"),
                SOON);
        List<Read> all = new ArrayList<>(events);
        all.addAll(states);
        assertThat(all).allSatisfy(read -> {
            assertThat(SchemaCatalogue.published().validate(read.type(), read.value()))
                    .isEmpty();
            assertThat(new String(read.value(), StandardCharsets.UTF_8))
                    .doesNotContain("Wang", "parcel", "cross", "nothing");
        });
    }

    @Test
    void aBrokenPromiseIsAnEventThatHappensOnceAcrossRestarts() {
        String id = agent.post("/api/tickets", question("urgent")).text("/id");
        awaitDetails(id, "new");
        clock.moveTo(Desk.at("2026-11-20T10:15"));
        assertThat(awaitDetails(id, "new").text("/promises/0/state"))
                .as("at the due instant")
                .isEqualTo("running");

        clock.move(Duration.ofNanos(1_000));
        awaitState(id, 0, "missed");
        desk.restart();
        agent = desk.as(tenant, Role.AGENT);
        clock.moveTo(Desk.at("2026-12-20T10:00"));
        awaitState(id, 1, "missed");
        desk.restart();
        agent = desk.as(tenant, Role.AGENT);
        assertThat(work(id, "replies", Map.of("text", "Sorry for the wait.")).text("/promises/0/state"))
                .isEqualTo("missed");
        Answer details = awaitDetails(id, "open");

        assertThat(texts(details.json().at("/timeline"), "what"))
                .containsExactly("ticket.opened", "ticket.sla-breached", "ticket.sla-breached", "ticket.agent-replied");
        assertThat(TestTopics.await(
                        Topics.CRM_TICKETS,
                        read -> read.key() != null && read.key().startsWith(tenant + "/"),
                        found -> found.stream().anyMatch(read -> read.type().equals("crm.ticket.replied.v1")),
                        SOON))
                .filteredOn(read -> read.type().equals("crm.ticket.sla-breached.v1"))
                .extracting(read -> read.json().at("/breach").asString())
                .containsExactly("first-response", "resolution");
    }

    @Test
    void aPromiseExplainsItself() {
        String id = agent.post("/api/tickets", question("high")).text("/id");
        clock.move(Duration.ofHours(1));
        work(id, "holds", Map.of("reason", "waiting-for-carrier"));
        clock.moveTo(Desk.at("2026-11-24T09:00"));
        agent.delete("/api/tickets/{id}/holds", id);
        clock.moveTo(Desk.at("2026-11-24T14:00"));
        awaitDetails(id, "open");

        Answer explained = agent.get("/api/tickets/{id}/promises/resolution/explanation", id);

        assertThat(explained.status()).isEqualTo(200);
        assertThat(explained.text("/used")).isEqualTo("PT4H30M");
        assertThat(explained.text("/pauses/0/because")).isEqualTo("held");
        assertThat(explained.text("/calendars/0/zone")).isEqualTo("Asia/Shanghai");
        assertThat(texts(explained.json().at("/counted/1/open"), "from"))
                .containsExactly("2026-11-24T01:00:00Z", "2026-11-24T05:30:00Z");
        assertThat(explained.text("/sentences/en"))
                .isEqualTo(
                        "A resolution was promised within 8 h of business time (service level standard-2026, calendar"
                                + " office-2026). The clock started at 2026-11-20 10:00 Asia/Shanghai. It was stopped once; that"
                                + " time does not count. Counted: 4 h 30 min. It is due at 2026-11-24 17:30 Asia/Shanghai.");
        assertThat(explained.text("/sentences/zh-CN"))
                .isEqualTo("承诺在8小时工作时间内解决问题（服务等级 standard-2026，工作日历 office-2026）。"
                        + "自 2026-11-20 10:00 Asia/Shanghai 起计时。其间暂停 1 次，暂停时间不计。已计4小时30分钟。"
                        + "应于 2026-11-24 17:30 Asia/Shanghai 前完成。");
        assertThat(agent.get("/api/tickets/{id}/promises/lunch/explanation", id).problem())
                .isEqualTo("promise-not-found");
    }

    @Test
    void theQueueShowsWhatIsDueNextAndFinds() {
        String low = agent.post("/api/tickets", question("low")).text("/id");
        String urgent = agent.post("/api/tickets", question("urgent")).text("/id");
        String high = agent.post("/api/tickets", question("high")).text("/id");
        String called = agent.post("/api/tickets", with(question("normal"), "channel", "phone"))
                .text("/id");
        String done = agent.post("/api/tickets", question("normal")).text("/id");
        work(done, "resolutions", Map.of("outcome", "answered"));
        work(high, "assignments", Map.of("agent", "zhao"));

        awaitList("", urgent, high, called, low);
        awaitList("?status=resolved", done);
        awaitList("?status=resolved&status=open", high, done);
        awaitList("?assignee=zhao", high);
        awaitList("?priority=low&channel=email", low);
        awaitList("?channel=phone", called);
        assertThat(list("?channel=chat")).isEmpty();
        assertThat(list("?overdue=true")).isEmpty();
        clock.move(Duration.ofMinutes(16));
        awaitList("?overdue=true", urgent);
        assertThat(agent.get("/api/tickets").json().at("/items/0/next/overdue").asBoolean())
                .isTrue();

        Answer first = agent.get("/api/tickets?limit=2");
        assertThat(texts(first.json().at("/items"), "id")).containsExactly(urgent, high);
        Answer second = agent.get("/api/tickets?limit=2&cursor={cursor}", first.text("/next"));
        assertThat(texts(second.json().at("/items"), "id")).containsExactly(called, low);
        assertThat(second.text("/next")).isEmpty();
        assertThat(agent.get("/api/tickets?sort=mood").problem()).isEqualTo("invalid-request");
        assertThat(agent.get("/api/tickets?limit=1000").status()).isEqualTo(400);
    }

    @Test
    void theTicketsOfOneCustomerAreAllThereNewestFirst() {
        String customer = UUID.randomUUID().toString();
        String first = agent.post("/api/tickets", with(question("low"), "customerId", customer))
                .text("/id");
        clock.move(Duration.ofMinutes(1));
        String second = agent.post("/api/tickets", with(question("low"), "customerId", customer))
                .text("/id");
        work(first, "resolutions", Map.of("outcome", "answered"));
        agent.post("/api/tickets", question("low"));

        awaitList("?customerId=" + customer, second, first);
    }

    @Test
    void aRepeatedRequestHasOneEffectAndOneAnswer() {
        Api once = agent.with("Idempotency-Key", "open-" + tenant);
        Answer opened = once.post("/api/tickets", question("high"));
        Answer again = once.post("/api/tickets", question("high"));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(opened.body());
        assertThat(once.post("/api/tickets", question("low")).problem()).isEqualTo("idempotency-key-reused");

        String id = opened.text("/id");
        Api reply = agent.with("Idempotency-Key", "reply-" + tenant);
        Map<String, Object> text = Map.of("text", "We look for it.");
        reply.post("/api/tickets/{id}/replies", text, id);
        assertThat(reply.post("/api/tickets/{id}/replies", text, id).text("/version"))
                .isEqualTo("1");
    }

    @Test
    void aChangeOfWhatWasNotSeenIsRefused() {
        String id = agent.post("/api/tickets", question("high")).text("/id");
        Api withOldVersion = agent.with("If-Match", "\"0\"");

        assertThat(withOldVersion
                        .post("/api/tickets/{id}/assignments", Map.of("agent", "li"), id)
                        .status())
                .isEqualTo(200);
        Answer refused = withOldVersion.post("/api/tickets/{id}/assignments", Map.of("agent", "zhao"), id);
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.problem()).isEqualTo("version-mismatch");
        assertThat(refused.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void whatCannotBeIsRefusedWithAStableType() {
        String id = agent.post("/api/tickets", question("high")).text("/id");

        Answer notOnHold = agent.delete("/api/tickets/{id}/holds", id);
        assertThat(notOnHold.status()).isEqualTo(409);
        assertThat(notOnHold.problem()).isEqualTo("ticket-is-not-on-hold");
        Answer unknown = agent.post("/api/tickets/{id}/closures", "", UUID.randomUUID());
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.problem()).isEqualTo("ticket-not-found");
        Answer secret = agent.post(
                "/api/tickets/{id}/replies", Map.of("text", "x", "from", "customer", "visibility", "internal"), id);
        assertThat(secret.status()).isEqualTo(422);
        assertThat(secret.problem()).isEqualTo("customers-write-in-public");
        assertThat(agent.get("/api/tickets/{id}", UUID.randomUUID()).problem()).isEqualTo("ticket-not-found");
        assertThat(agent.post("/api/tickets", "{not json").problem()).isEqualTo("malformed-json");

        Answer malformed = agent.post("/api/tickets", Map.of("customerId", "me", "kind", "rant", "subject", " "));
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(texts(malformed.json().at("/errors"), "pointer"))
                .containsExactly("/customerId", "/channel", "/kind", "/subject", "/text");
        Answer prose = agent.post("/api/tickets/{id}/holds", Map.of("reason", "Because I say so"), id);
        assertThat(prose.text("/errors/0/pointer")).isEqualTo("/reason");
    }

    @Test
    void everybodySeesAndDoesWhatTheirRoleAllows() {
        Api shop = desk.as(tenant, Role.SHOP);
        Api analyst = desk.as(tenant, Role.ANALYST);
        String id = shop.post("/api/tickets", question("high")).text("/id");
        awaitDetails(id, "new");
        awaitList("", id);

        assertThat(shop.get("/api/tickets/{id}", id).status()).isEqualTo(403);
        assertThat(shop.post("/api/tickets/{id}/closures", "", id).status()).isEqualTo(403);
        assertThat(analyst.post("/api/tickets", question("high")).status()).isEqualTo(403);
        assertThat(analyst.get("/api/tickets/{id}", id).body())
                .contains("complaint")
                .doesNotContain("Wang", "parcel");
        assertThat(analyst.get("/api/tickets").body()).contains(id).doesNotContain("Wang", "parcel");
        assertThat(desk.as(tenant, Role.MARKETER).get("/api/tickets").status()).isEqualTo(403);
        assertThat(desk.anybody().get("/api/tickets").status()).isEqualTo(401);
        assertThat(desk.anybody()
                        .as(TestTokens.forged(tenant, Role.AGENT))
                        .get("/api/tickets")
                        .status())
                .isEqualTo(401);
        Api stranger = desk.as("t-" + UUID.randomUUID(), Role.AGENT);
        assertThat(stranger.get("/api/tickets/{id}", id).status()).isEqualTo(404);
        assertThat(stranger.post("/api/tickets/{id}/assignments", Map.of("agent", "li"), id)
                        .status())
                .isEqualTo(404);
    }

    private Answer work(String id, String what, Map<String, Object> body) {
        Answer answer = agent.post("/api/tickets/{id}/" + what, body, id);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private Answer awaitDetails(String id, String status) {
        return await().atMost(SOON)
                .until(
                        () -> agent.get("/api/tickets/{id}", id),
                        answer -> answer.text("/status").equals(status));
    }

    private void awaitState(String id, int promise, String state) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(agent.get("/api/tickets/{id}", id).text("/promises/" + promise + "/state"))
                                .isEqualTo(state));
    }

    /** Somebody at least: that nobody is found would be true before anything has happened. */
    private void awaitList(String query, String first, String... others) {
        List<String> expected = new ArrayList<>(List.of(others));
        expected.addFirst(first);
        await().atMost(SOON).untilAsserted(() -> assertThat(list(query)).containsExactlyElementsOf(expected));
    }

    /** An answer that is no list fails, so that it is not taken for an empty one. */
    private List<String> list(String query) {
        Answer answer = agent.get("/api/tickets" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/items").isArray()).as(answer.body()).isTrue();
        return texts(answer.json().at("/items"), "id");
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.at("/" + field).asString(""))
                .toList();
    }

    private static Map<String, Object> question(String priority) {
        return Map.of(
                "customerId",
                Desk.CUSTOMER,
                "channel",
                "email",
                "kind",
                "complaint",
                "priority",
                priority,
                "subject",
                "Where is my parcel?",
                "text",
                "It was to come on Monday. Wang");
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(field, value);
        return more;
    }
}
