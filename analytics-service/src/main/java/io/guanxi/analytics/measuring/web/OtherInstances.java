package io.guanxi.analytics.measuring.web;

import io.guanxi.analytics.measuring.stream.AnalyticsSettings;
import io.guanxi.web.CorrelationId;
import io.guanxi.web.RequestRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Asks the instance that holds a key, in the caller's name. */
@Component
public class OtherInstances implements AutoCloseable {

    /** On a question that was handed on: it is not handed on again, should two instances disagree about who has the key. */
    private static final String HANDED_ON = "X-Guanxi-Handed-On";

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Duration timeout;
    private final HttpClient client;

    OtherInstances(AnalyticsSettings settings) {
        this.timeout = settings.forwardTimeout();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    public ResponseEntity<?> ask(String host, int port, HttpServletRequest request) {
        if (request.getHeader(HANDED_ON) != null) {
            throw moving();
        }
        try {
            HttpResponse<byte[]> answer =
                    client.send(question(host, port, request), HttpResponse.BodyHandlers.ofByteArray());
            ResponseEntity.BodyBuilder copy = ResponseEntity.status(answer.statusCode());
            answer.headers()
                    .firstValue(HttpHeaders.CONTENT_TYPE)
                    .ifPresent(type -> copy.contentType(MediaType.parseMediaType(type)));
            answer.headers()
                    .firstValue(HttpHeaders.RETRY_AFTER)
                    .ifPresent(seconds -> copy.header(HttpHeaders.RETRY_AFTER, seconds));
            return copy.body(answer.body());
        } catch (IOException e) {
            throw moving();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw moving();
        }
    }

    private HttpRequest question(String host, int port, HttpServletRequest request) {
        HttpRequest.Builder question = HttpRequest.newBuilder(
                        URI.create("http://" + host + ":" + port + request.getRequestURI() + query(request)))
                .timeout(timeout)
                .header(HANDED_ON, "1")
                .header(HttpHeaders.ACCEPT, MediaType.ALL_VALUE);
        String token = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (token != null) {
            question.header(HttpHeaders.AUTHORIZATION, token);
        }
        String correlation = CorrelationId.current();
        if (correlation != null) {
            question.header(CorrelationId.HEADER, correlation);
        }
        return question.GET().build();
    }

    private static String query(HttpServletRequest request) {
        return request.getQueryString() == null ? "" : "?" + request.getQueryString();
    }

    private static RequestRefused moving() {
        return RequestRefused.unavailable(
                "analytics-not-ready", "The instance that holds this answer does not give it. Ask again.", RETRY_AFTER);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
