package io.guanxi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.web.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunsExampleService
class ChangingWhatOneHasSeenTest {

    @LocalServerPort
    private int port;

    @Test
    void aChangeOfTheVersionThatWasSeenIsMade() {
        Client agent = Client.at(port).as(Tokens.of("demo", Role.AGENT));
        Answer written = agent.post("/api/notes", "{\"text\":\"a\"}");
        Answer changed =
                agent.with("If-Match", written.header("ETag")).put(written.header("Location"), "{\"text\":\"b\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void aChangeOfAnotherVersionIsRefusedAndThePresentOneNamed() {
        Client agent = Client.at(port).as(Tokens.of("demo", Role.AGENT));
        Answer written = agent.post("/api/notes", "{\"text\":\"a\"}");
        agent.put(written.header("Location"), "{\"text\":\"b\"}");
        Answer late =
                agent.with("If-Match", written.header("ETag")).put(written.header("Location"), "{\"text\":\"c\"}");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text("/type")).isEqualTo("urn:guanxi:problem:version-mismatch");
        assertThat(late.header("ETag")).isEqualTo("\"2\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "\"6\", \"7\"", "*", " * "})
    void aHeaderThatNamesThePresentVersionPasses(String ifMatch) {
        Versions.check(ifMatch, 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"8\"", "W/\"7\"", "\"\""})
    void aHeaderThatNamesAnotherOrAWeakVersionDoesNot(String ifMatch) {
        assertThatThrownBy(() -> Versions.check(ifMatch, 7))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused ->
                                assertThat(refused.problem().status().value()).isEqualTo(412));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"7", "", "\"7\",", "\"a\"b\""})
    void aHeaderThatIsNoListOfTagsIsAFault(String ifMatch) {
        assertThatThrownBy(() -> Versions.check(ifMatch, 7))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused ->
                                assertThat(refused.problem().status().value()).isEqualTo(400));
    }

    @Test
    void withoutAHeaderNothingIsChecked() {
        Versions.check(null, 7);
    }
}
