package io.guanxi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.web.Client.Answer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunsExampleService
class AnsweringErrorsTest {

    @LocalServerPort
    private int port;

    private Client agent;

    @BeforeEach
    void agent() {
        agent = Client.at(port).as(Tokens.of("demo", Role.AGENT));
    }

    @ParameterizedTest
    @CsvSource({"GONE,404", "CLOSED,409", "ABSURD,422", "EARLY,409", "wrapped,409"})
    void aRefusedCommandIsAnsweredByItsKind(String refusal, int status) {
        Answer answer = agent.get("/api/failing/" + refusal);
        String name = refusal.equals("wrapped") ? "closed" : refusal.toLowerCase();
        assertProblem(answer, status, "note-is-" + name);
        assertThat(answer.text("/title")).isEqualTo("Note is " + name);
        assertThat(answer.text("/detail")).isEqualTo("The note is " + name + ".");
    }

    @Test
    void anUnexpectedFailureSaysNothingOfTheInside() {
        Answer answer = agent.get("/api/failing/unexpected");
        assertProblem(answer, 500, "internal-error");
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"store", "broker"})
    void aMachineThatDoesNotAnswerIsSaidToBeTriedLater(String machine) {
        Answer answer = agent.get("/api/failing/" + machine);
        assertProblem(answer, 503, "unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.body()).doesNotContain("internal");
    }

    @Test
    void aPathThatIsNotThere() {
        Answer answer = Client.at(port).as(Tokens.of("demo", Role.ADMIN)).get("/api/nothing/here");
        assertProblem(answer, 404, "not-found");
        assertThat(answer.body()).doesNotContain("nothing/here");
    }

    @Test
    void theErrorPageItselfIsNoPage() {
        assertProblem(Client.at(port).as(Tokens.of("demo", Role.ADMIN)).get("/error"), 404, "not-found");
    }

    @Test
    void aMethodThatThePathDoesNotTake() {
        Answer answer =
                Client.at(port).as(Tokens.of("demo", Role.ADMIN)).send("DELETE", "/api/notes", BodyPublishers.noBody());
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).contains("GET").contains("POST");
    }

    @Test
    void aTypeThatCannotBeAnswered() {
        Answer answer = agent.with("Accept", "text/csv").get("/api/notes?shelf=a");
        assertProblem(answer, 406, "not-acceptable");
    }

    @Test
    void aTypeThatIsNotTaken() {
        Answer answer =
                agent.with("Content-Type", "text/csv").send("POST", "/api/notes", BodyPublishers.ofString("a,b"));
        assertProblem(answer, 415, "unsupported-media-type");
    }

    @Test
    void aBodyThatIsNoJsonIsPointedAtByLineAndColumn() {
        Answer answer = agent.post("/api/notes", "{\"text\":\n nonsense}");
        assertProblem(answer, 400, "malformed-json");
        assertThat(answer.text("/detail")).contains("line 2");
        assertThat(answer.body()).doesNotContain("nonsense");
    }

    @Test
    void aBodyThatIsMissing() {
        assertProblem(agent.post("/api/notes", ""), 400, "malformed-json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'text':'a','colour':'BLUE'}|/colour|is not one of RED, GREEN",
                "{'text':'a','written':'yesterday'}|/written|is not a time such as 2026-01-31T12:00:00Z",
                "{'text':'a','lines':[{'sku':'s','quantity':1},{'sku':'s','quantity':'many'}]}|/lines/1/quantity|is not a number that fits",
                "{'text':'a','lines':[{'sku':'s','quantity':1.9}]}|/lines/0/quantity|is not a number that fits",
                "{'text':'a','lines':'none'}|/lines|is not an array",
                "{'text':'a','amount':{'value':1001}}|/amount|is not a value that is accepted",
                "{'text':' '}|/text|must not be blank",
                "{'text':'a','lines':[{'sku':'','quantity':1}]}|/lines/0/sku|must not be blank",
                "{'text':'a','lines':[{'sku':'s','quantity':0}]}|/lines/0/quantity|must be positive"
            })
    void aFieldThatCannotBeAcceptedIsPointedAt(String body, String pointer, String message) {
        Answer answer = agent.post("/api/notes", body.replace('\'', '"'));
        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.json().at("/errors")).hasSize(1);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.text("/errors/0/message")).isEqualTo(message);
        assertThat(answer.body())
                .doesNotContain("BLUE")
                .doesNotContain("yesterday")
                .doesNotContain("many")
                .doesNotContain("1001");
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        Answer answer = agent.post("/api/notes", "{\"text\":\"\",\"lines\":[{\"sku\":\"\",\"quantity\":-1}]}");
        assertThat(answer.json().at("/errors")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/notes,shelf,is missing",
        "/api/notes?shelf=a&limit=much,limit,is not a number that fits",
        "/api/notes?shelf=a&limit=101,limit,must be at most 100",
        "/api/notes?shelf=a&cursor=AAAA,cursor,is not a cursor of this list; start again without it",
        "/api/notes/7,id,is not a UUID"
    })
    void aParameterThatCannotBeAcceptedIsNamed(String path, String parameter, String message) {
        Answer answer = agent.get(path);
        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.text("/errors/0/parameter")).isEqualTo(parameter);
        assertThat(answer.text("/errors/0/message")).isEqualTo(message);
    }

    @Test
    void aBodyThatIsAnnouncedAsTooLong() {
        assertProblem(agent.post("/api/notes", "\"" + "x".repeat(2000) + "\""), 413, "body-too-large");
    }

    @Test
    void aBodyThatTurnsOutToBeTooLong() {
        byte[] body = ("{\"text\":\"" + "x".repeat(3000) + "\"}").getBytes();
        Answer answer = agent.with("Content-Type", "application/json")
                .send("POST", "/api/notes", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        assertProblem(answer, 413, "body-too-large");
        assertThat(answer.text("/detail")).contains("2000");
    }

    @Test
    void aBodyThatTurnsOutToBeTooLongUnderAKey() {
        byte[] body = ("{\"text\":\"" + "x".repeat(3000) + "\"}").getBytes();
        Answer answer = agent.with("Content-Type", "application/json")
                .with("Idempotency-Key", "too-long")
                .send("POST", "/api/notes", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        assertProblem(answer, 413, "body-too-large");
    }

    @Test
    void aPathMayTakeLongerBodiesThanOthers() {
        Client shop = Client.at(port).as(Tokens.of("demo", Role.SHOP));
        assertThat(shop.post("/api/bulk", "x".repeat(20_000)).text("/length")).isEqualTo("20000");
        assertProblem(shop.post("/api/bulk", "x".repeat(20_001)), 413, "body-too-large");
    }

    @Test
    void aPathWithForbiddenCharactersNeverReachesAController() {
        assertProblem(agent.get("/api/notes/..%2F..%2Fetc"), 400, "request-rejected", "bad-request");
    }

    @Test
    void aRequestThatIsNoHttpGetsAProblemAndNoPage() {
        String answer =
                Client.at(port).raw("GET /api/<notes> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("urn:guanxi:problem:bad-request")
                .containsIgnoringCase("X-Correlation-Id")
                .doesNotContain("<html")
                .doesNotContain("Tomcat");
    }

    private static void assertProblem(Answer answer, int status, String... codes) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(codes).contains(answer.text("/type").replace("urn:guanxi:problem:", ""));
        assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
        assertThat(answer.text("/title")).isNotBlank();
        assertThat(answer.text("/correlationId")).isNotBlank().isEqualTo(answer.header("X-Correlation-Id"));
    }
}
