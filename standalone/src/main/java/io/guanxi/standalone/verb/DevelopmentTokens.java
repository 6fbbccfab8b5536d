package io.guanxi.standalone.verb;

import io.guanxi.standalone.data.DataLayout;
import io.guanxi.standalone.issuer.Issuer;
import io.guanxi.standalone.platform.PortPlan;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the development issuer, with the secret that lies in the data folder. */
public final class DevelopmentTokens {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI issuer;
    private final String authorization;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public DevelopmentTokens(DataLayout data, PortPlan ports) {
        this.issuer = URI.create("http://127.0.0.1:" + ports.issuer());
        this.authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString((Issuer.CLIENT + ":" + data.clientSecret()).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalStateException if nothing runs, or the role is unknown */
    public String token(String role, String tenant) throws IOException, InterruptedException {
        return token(role, tenant, null);
    }

    /**
     * @param person whom the token names; null for the developer that all tokens name
     * @throws IllegalStateException if nothing runs, or the role is unknown
     */
    String token(String role, String tenant, @Nullable String person) throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&scope=" + encoded(role) + "&tenant=" + encoded(tenant)
                + (person == null ? "" : "&person=" + encoded(person));
        HttpResponse<String> answer = post("/oauth2/token", form);
        JsonNode body = JsonMapper.shared().readTree(answer.body());
        if (body.path("error").asString("").equals("invalid_scope")) {
            throw new IllegalStateException("role: " + role
                    + " (expected: admin, agent, marketer, loyalty-manager, analyst, shop or operator)");
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The issuer answered " + answer.statusCode() + ": " + answer.body());
        }
        return body.required("access_token").asString();
    }

    /** @throws IllegalStateException if nothing runs, or there is no such service */
    void setService(String service, boolean on) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/standalone/services/" + encoded(service) + (on ? "/start" : "/stop"), "");
        if (answer.statusCode() != 204) {
            throw new IllegalStateException(answer.body());
        }
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        try {
            return http.send(
                    HttpRequest.newBuilder(issuer.resolve(path))
                            .timeout(PATIENCE)
                            .header("Authorization", authorization)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new IllegalStateException("Nothing answers at " + issuer + "; start it with ./guanxi start", e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
