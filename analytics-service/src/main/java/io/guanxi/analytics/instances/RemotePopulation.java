package io.guanxi.analytics.instances;

import io.guanxi.analytics.measuring.stream.PopulationForms;
import io.guanxi.analytics.population.Member;
import io.guanxi.analytics.value.domain.OrderRecord;
import io.guanxi.web.Problem;
import io.guanxi.web.RequestRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;

/** Asks other instances for the customers that they keep. What they cannot tell to the end comes out as trouble of a machine. */
final class RemotePopulation implements WholePopulation.Remote, AutoCloseable {

    private final InstanceSecret secret;
    private final Duration timeout;
    private final HttpClient client;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("analytics-instances-watch").daemon().factory());

    RemotePopulation(InstanceSecret secret, Duration timeout) {
        this.secret = secret;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    /** @throws RequestRefused if instances have no secret or another one, or the instance has the partition no longer */
    @Override
    public void scan(String host, int port, String tenant, int partition, Consumer<Member> each) {
        read(host, port, tenant + "/" + partition + "/customers", piece -> each.accept(PopulationForms.member(piece)));
    }

    /** @throws RequestRefused if instances have no secret or another one, or the instance has the partition no longer */
    @Override
    public void orders(String host, int port, String tenant, int partition, BiConsumer<String, OrderRecord> each) {
        read(host, port, tenant + "/" + partition + "/orders", piece -> {
            OrderPiece order = OrderPiece.of(piece);
            each.accept(order.customerId(), order.order());
        });
    }

    private void read(String host, int port, String what, Frames.Reader reader) {
        URI address = URI.create("http://" + host + ":" + port + PopulationController.PATH + "/" + what);
        String known = secret.value()
                .orElseThrow(() -> refused(
                        "instance-secret-missing",
                        "Customers are spread over several instances, which need guanxi.analytics.instance-secret to ask each"
                                + " other."));
        HttpRequest question = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header(InstanceSecret.HEADER, known)
                .GET()
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(question, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body();
                    WatchedStream watched = new WatchedStream(body, watch, timeout)) {
                requireAnswer(answer.statusCode());
                Frames.read(watched, reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("asking another instance was broken off"));
        }
    }

    private static void requireAnswer(int status) throws IOException {
        if (status == HttpStatus.UNAUTHORIZED.value()) {
            throw refused(
                    "instance-secret-refused",
                    "Another instance has another guanxi.analytics.instance-secret, or none.");
        }
        if (status != HttpStatus.OK.value()) {
            throw new IOException("another instance answers " + status + " (expected: 200)");
        }
    }

    private static RequestRefused refused(String code, String detail) {
        return new RequestRefused(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, code, detail));
    }

    @Override
    public void close() {
        client.shutdownNow();
        watch.shutdownNow();
    }
}
