package io.guanxi.test;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service as a caller meets it. Every answer is returned, whatever its status; nothing is thrown for a refusal.
 *
 * <pre>{@code
 * Api agent = Api.at(port).as(TestTokens.token(tenant, Role.AGENT));
 * Answer opened = agent.with("Idempotency-Key", "k1").post("/api/tickets", Map.of("subject", "Where is it?"));
 * assertThat(opened.status()).isEqualTo(201);
 * assertThat(opened.text("/ticketId")).isNotBlank();
 * }</pre>
 */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);

    private final RestClient client;
    private final String address;
    private final Map<String, String> headers;

    private Api(RestClient client, String address, Map<String, String> headers) {
        this.client = client;
        this.address = address;
        this.headers = headers;
    }

    /** A service on this machine, called without a token. */
    public static Api at(int port) {
        return at("http://127.0.0.1:" + port);
    }

    public static Api at(String address) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(ANSWERS_WITHIN);
        RestClient client = RestClient.builder()
                .requestFactory(factory)
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
        return new Api(client, address, Map.of());
    }

    public Api as(String token) {
        return with(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    /** The same service, called with one more header. */
    public Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(client, address, more);
    }

    public Answer get(String path, Object... variables) {
        return send(HttpMethod.GET, null, path, variables);
    }

    /** @param body a text is sent as it is, anything else as its JSON */
    public Answer post(String path, Object body, Object... variables) {
        return send(HttpMethod.POST, body, path, variables);
    }

    public Answer put(String path, Object body, Object... variables) {
        return send(HttpMethod.PUT, body, path, variables);
    }

    public Answer patch(String path, Object body, Object... variables) {
        return send(HttpMethod.PATCH, body, path, variables);
    }

    public Answer delete(String path, Object... variables) {
        return send(HttpMethod.DELETE, null, path, variables);
    }

    private Answer send(HttpMethod method, @Nullable Object body, String path, Object... variables) {
        RestClient.RequestBodySpec request = client.method(method)
                .uri(UriComponentsBuilder.fromUriString(address + path)
                        .encode()
                        .buildAndExpand(variables)
                        .toUri())
                .headers(sent -> headers.forEach(sent::set));
        if (body != null) {
            if (!headers.containsKey(HttpHeaders.CONTENT_TYPE)) {
                request.contentType(MediaType.APPLICATION_JSON);
            }
            request.body(bytes(body));
        }
        return request.exchange((sent, response) -> new Answer(
                response.getStatusCode().value(),
                response.getHeaders(),
                new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
    }

    private static byte[] bytes(Object body) {
        return switch (body) {
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            case Object value -> JSON.writeValueAsBytes(value);
        };
    }

    /** What a service answered. */
    public record Answer(int status, HttpHeaders headers, String body) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The value that a JSON pointer leads to, as text; empty if there is none. */
        public String text(String pointer) {
            return json().at(pointer).asString("");
        }

        public @Nullable String header(String name) {
            return headers.getFirst(name);
        }

        /** The code of a problem document; empty if this is none. */
        public String problem() {
            String type = body.startsWith("{") ? text("/type") : "";
            return type.startsWith("urn:guanxi:problem:") ? type.substring("urn:guanxi:problem:".length()) : "";
        }
    }
}
