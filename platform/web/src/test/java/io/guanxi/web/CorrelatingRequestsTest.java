package io.guanxi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.web.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunsExampleService
class CorrelatingRequestsTest {

    @LocalServerPort
    private int port;

    @Test
    void anIdThatIsSentComesBackAndIsLogged() {
        Answer me = agent().with("X-Correlation-Id", "order-42.b_c").get("/api/me");
        assertThat(me.header("X-Correlation-Id")).isEqualTo("order-42.b_c");
        assertThat(me.text("/logCorrelationId")).isEqualTo("order-42.b_c");
        assertThat(me.text("/correlationId")).isEqualTo("order-42.b_c");
    }

    @Test
    void aRequestWithoutAnIdGetsOne() {
        Answer first = agent().get("/api/me");
        Answer second = agent().get("/api/me");
        assertThat(first.header("X-Correlation-Id")).matches("[0-9a-f-]{36}");
        assertThat(second.header("X-Correlation-Id")).isNotEqualTo(first.header("X-Correlation-Id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a/b", "{jndi}", "é"})
    void anIdThatCouldDoHarmInALogIsReplaced(String id) {
        Answer me = agent().with("X-Correlation-Id", id).get("/api/me");
        assertThat(me.header("X-Correlation-Id")).matches("[0-9a-f-]{36}");
    }

    @Test
    void anIdThatIsTooLongIsReplaced() {
        assertThat(agent().with("X-Correlation-Id", "x".repeat(64))
                        .get("/api/me")
                        .header("X-Correlation-Id"))
                .isEqualTo("x".repeat(64));
        assertThat(agent().with("X-Correlation-Id", "x".repeat(65))
                        .get("/api/me")
                        .header("X-Correlation-Id"))
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void whoPassesARequestOnPassesItsIdToo() {
        Answer me = agent().get("/api/me");
        assertThat(me.text("/passedOn")).isEqualTo(me.header("X-Correlation-Id"));
        assertThat(agent().with("X-Correlation-Id", "not ok").get("/api/me").text("/passedOn"))
                .isNotEqualTo("not ok");
    }

    @Test
    void anAnswerNamesOneIdOnly() {
        Answer me = agent().get("/api/me");
        assertThat(me.response().headers().allValues("X-Correlation-Id")).hasSize(1);
        assertThat(me.header("X-Correlation-Id")).isNotEqualTo("of-another-service");
    }

    @Test
    void aTraceThatIsSentIsCarriedOn() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        Answer me = agent().with("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .get("/api/me");
        assertThat(me.text("/logTrace")).isEqualTo(trace);
    }

    private Client agent() {
        return Client.at(port).as(Tokens.of("demo", Role.AGENT));
    }
}
