package io.guanxi.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.guanxi.web.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class LoggingFailuresTest {

    private static final String PHONE = "+86 138 0013 8000";

    private final Logger log = (Logger) LoggerFactory.getLogger(FailureLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    record Contact(int phone) {}

    @BeforeEach
    void listen() {
        lines.start();
        log.setLevel(Level.DEBUG);
        log.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(lines);
        log.setLevel(null);
    }

    @Test
    void whatACallerSentIsNotLoggedThoughTheFieldIs() {
        HttpMessageNotReadableException failure = unreadable("{\"phone\": \"" + PHONE + "\"}");
        assertThat(failure.toString()).as("what the framework says").contains(PHONE);
        Problem problem = Problems.of(failure);

        FailureLog.record(new MockHttpServletRequest("POST", "/api/contacts"), problem, failure);

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getFormattedMessage())
                    .contains("POST", "/api/contacts", "invalid-request", "/phone")
                    .doesNotContain(PHONE);
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    private static HttpMessageNotReadableException unreadable(String body) {
        JacksonException cause = catchThrowableOfType(
                JacksonException.class, () -> JsonMapper.builder().build().readValue(body, Contact.class));
        return new HttpMessageNotReadableException(
                "JSON parse error: " + cause.getMessage(), cause, new MockHttpInputMessage(new byte[0]));
    }
}
