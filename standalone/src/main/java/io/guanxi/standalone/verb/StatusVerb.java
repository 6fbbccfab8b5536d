package io.guanxi.standalone.verb;

import io.guanxi.standalone.data.DataLayout;
import io.guanxi.standalone.orders.Backlog;
import io.guanxi.standalone.platform.PortPlan;
import io.guanxi.standalone.platform.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what runs and what is still to be handled. Exit status 0 only if every service is ready. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says what runs, what is ready, and how many records each service has still to handle.")
public final class StatusVerb implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws Exception {
        DataLayout layout = data.layout();
        if (!RunningPlatform.isAnnounced(layout)) {
            System.out.println("Guanxi is not running on " + layout.folder());
            return 1;
        }
        PortPlan ports = data.ports();
        boolean ready = true;
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            for (Service service : Service.values()) {
                boolean serviceReady = isReady(http, ports.of(service));
                ready &= serviceReady;
                System.out.printf(
                        Locale.ROOT,
                        "%-10s http://127.0.0.1:%d  %s%n",
                        service.shortName(),
                        ports.of(service),
                        serviceReady ? "ready" : "not ready");
            }
        }
        Backlog.of("127.0.0.1:" + ports.broker())
                .byGroup()
                .forEach(
                        (group, left) -> System.out.printf(Locale.ROOT, "%-24s %,9d records to handle%n", group, left));
        return ready ? 0 : 1;
    }

    private static boolean isReady(HttpClient http, int port) throws InterruptedException {
        try {
            return http.send(
                                    HttpRequest.newBuilder(URI.create(
                                                    "http://127.0.0.1:" + port + "/actuator/health/readiness"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
