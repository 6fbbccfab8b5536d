package io.guanxi.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import io.guanxi.gateway.service.Backend;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The four services as a gateway sees them: an address that answers, answers late, answers nonsense, or does not. */
public final class Backends {

    private static final Map<Backend, WireMockServer> SERVERS = new EnumMap<>(Backend.class);

    private Backends() {}

    public static void register(DynamicPropertyRegistry registry) {
        for (Backend backend : Backend.values()) {
            WireMockServer server = SERVERS.computeIfAbsent(backend, any -> started());
            registry.add("guanxi.gateway.services." + backend.shortName() + ".url", server::baseUrl);
        }
    }

    private static WireMockServer started() {
        WireMockServer server = new WireMockServer(
                wireMockConfig().dynamicPort().bindAddress("127.0.0.1").containerThreads(40));
        server.start();
        return server;
    }

    public static WireMockServer server(Backend backend) {
        return SERVERS.get(backend);
    }

    /** All answer at once with a small document that names them. */
    public static void allWell() {
        for (Backend backend : Backend.values()) {
            answers(backend, 200, "{\"from\":\"" + backend.shortName() + "\"}");
        }
    }

    public static void answers(Backend backend, int status, String body) {
        server(backend).resetAll();
        server(backend).stubFor(any(anyUrl()).willReturn(okJson(body).withStatus(status)));
    }

    public static void answersAfter(Backend backend, int millis) {
        server(backend).resetAll();
        server(backend)
                .stubFor(any(anyUrl()).willReturn(okJson("{\"late\":true}").withFixedDelay(millis)));
    }

    public static void hangsUp(Backend backend) {
        server(backend).resetAll();
        server(backend).stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }
}
