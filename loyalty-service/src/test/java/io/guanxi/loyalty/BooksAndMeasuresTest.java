package io.guanxi.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Topics;
import io.guanxi.test.Api;
import io.guanxi.test.Api.Answer;
import io.guanxi.test.RunsOnPlatform;
import io.guanxi.test.TestTokens;
import io.guanxi.test.TestTopics;
import io.guanxi.web.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** From a shop's orders to the general ledger and to what they say about loyalty. */
@RunsOnPlatform
@SpringBootTest(
        classes = LoyaltyService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=loyalty-service")
class BooksAndMeasuresTest {

    private static final String TENANT = "books-and-measures";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String DAYS = "/api/loyalty/liability/days?from={from}&until={until}";

    @LocalServerPort
    private int port;

    private Api as(Role role) {
        return Api.at(port).as(TestTokens.token(TENANT, role));
    }

    @Test
    void whatOrdersEarnedIsPostedOnTheDayItIsRecordedAndOwedFromTheDayItHappened() {
        var shop = new Shop(TENANT, "buyer").placed("B-1", "100.00").paid("B-1", "100.00");
        shop.returned("B-1", "100.00", "R-1", "25.50");

        // Two days around now, for the day may change while this runs.
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        JsonNode last = await().atMost(SOON)
                .until(
                        () -> days(today.minusDays(1), today.plusDays(1)).at("/items"),
                        items -> !items.isEmpty()
                                && items.get(items.size() - 1)
                                                .at("/points/closing")
                                                .longValue()
                                        == 75);
        JsonNode closing = last.get(last.size() - 1);
        assertThat(closing.at("/closed").booleanValue())
                .as("a day that is not over")
                .isFalse();
        assertThat(closing.at("/points/owedAtEnd").longValue()).isEqualTo(75);
        assertThat(sum(last, "/points/lines/issued")).isEqualTo(100);
        assertThat(sum(last, "/points/lines/reversed")).isEqualTo(25);

        Answer file = as(Role.ANALYST).with("Accept", "text/csv").get(DAYS, today.minusDays(1), today.plusDays(1));
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        Answer anything = as(Role.ANALYST).with("Accept", "*/*").get(DAYS, today.minusDays(1), today.plusDays(1));
        assertThat(anything.header("Content-Type")).startsWith("application/json");
        assertThat(file.body()).startsWith("date,purse,zone,closed,entries,contract_liability_opening,issued,");

        var published = TestTopics.awaitOne(
                Topics.LOYALTY_TOTALS_STATE,
                read -> read.key() != null
                        && read.key().startsWith(TENANT + "/points/")
                        && read.json().at("/owedAtEnd").longValue() == 75,
                SOON);
        assertThat(SchemaCatalogue.published().validate(published.type(), published.value()))
                .isEmpty();
        assertThat(published.key()).endsWith(published.json().at("/date").stringValue());

        assertThat(owed("?asOf=2026-02-27")).as("before it happened").isEmpty();
        await().atMost(SOON)
                .until(
                        () -> owed("?asOf=2026-03-02"),
                        owed -> owed.at("/0/usable").longValue() == 75);
        assertThat(owed("?asOf=2026-03-02&knownAt=2026-03-02"))
                .as("before it was known")
                .isEmpty();
        assertThat(owed("").at("/0/breakage/reason").stringValue()).isEqualTo("too-little-data");

        Answer loyalty = await().atMost(SOON)
                .until(
                        () -> as(Role.AGENT).get("/api/loyalty/accounts/{id}/loyalty", shop.customerId()),
                        answer -> answer.status() == 200);
        assertThat(loyalty.json().at("/measures/ordersEver").longValue()).isEqualTo(1);
        assertThat(loyalty.json().at("/loyalty/attitude").stringValue()).isEqualTo("unknown");
        assertThat(loyalty.json().at("/types")).hasSize(4);
        assertThat(loyalty.json().at("/loyalty/why/zh-CN").stringValue()).startsWith("忠诚类别：");
        assertThat(as(Role.ANALYST)
                        .get("/api/loyalty/measures")
                        .json()
                        .at("/customers")
                        .longValue())
                .isEqualTo(1);
    }

    private JsonNode days(LocalDate from, LocalDate until) {
        return as(Role.ANALYST).get(DAYS, from, until).json();
    }

    private static long sum(JsonNode items, String pointer) {
        long sum = 0;
        for (JsonNode item : items) {
            sum += item.at(pointer).longValue();
        }
        return sum;
    }

    private JsonNode owed(String query) {
        return as(Role.LOYALTY_MANAGER)
                .get("/api/loyalty/liability" + query)
                .json()
                .at("/purses");
    }

    @Test
    void whatCannotBeAskedForIsRefusedWithAReason() {
        Api analyst = as(Role.ANALYST);
        assertThat(analyst.get(DAYS, "2026-01-01", "2027-12-31").status()).isEqualTo(400);
        assertThat(analyst.get(DAYS, "2026-02-30", "2026-03-01").status()).isEqualTo(400);
        assertThat(analyst.get(DAYS, "+999999999-12-31", "+999999999-12-31").status())
                .isEqualTo(400);
        assertThat(analyst.get("/api/loyalty/liability?asOf=-0001-01-01").status())
                .isEqualTo(400);
        assertThat(analyst.get("/api/loyalty/liability?asOf=2999-01-01").status())
                .isEqualTo(400);
        assertThat(analyst.get("/api/loyalty/accounts/{id}/loyalty?satisfaction=6", "x")
                        .status())
                .isEqualTo(400);
        assertThat(analyst.get("/api/loyalty/accounts/{id}/loyalty", "nobody").status())
                .isEqualTo(404);
        assertThat(as(Role.AGENT).get("/api/loyalty/liability").status()).isEqualTo(403);
        assertThat(as(Role.MARKETER).get("/api/loyalty/measures").status()).isEqualTo(403);
    }
}
