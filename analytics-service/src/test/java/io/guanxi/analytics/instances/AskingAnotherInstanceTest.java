package io.guanxi.analytics.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.measuring.stream.PopulationForms;
import io.guanxi.analytics.picture.domain.Standing;
import io.guanxi.analytics.population.Member;
import io.guanxi.analytics.value.domain.OrderRecord;
import io.guanxi.web.RequestRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AskingAnotherInstanceTest {

    private static final String SECRET = "only instances know this one";
    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer other;
    private byte[] told = {};
    private int status = 200;
    private boolean silentAfterwards;

    @BeforeEach
    void start() throws IOException {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        other.createContext("/", this::answer);
        other.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        other.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean knows = SECRET.equals(exchange.getRequestHeaders().getFirst(InstanceSecret.HEADER));
        exchange.sendResponseHeaders(knows ? status : 401, 0);
        exchange.getResponseBody().write(told);
        exchange.getResponseBody().flush();
        if (silentAfterwards) {
            awaitTheEnd();
        }
        exchange.close();
    }

    private void awaitTheEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void what_it_tells_to_the_end_is_taken() throws IOException {
        told = frames(true, member("1"), member("2"));
        assertThat(members(SECRET)).containsExactly("1", "2");
    }

    @Test
    void orders_come_with_their_customer() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Frames.Writer writer = new Frames.Writer(bytes);
        writer.frame(new OrderPiece("c-1", OrderRecord.UNKNOWN).packed());
        writer.end();
        told = bytes.toByteArray();
        List<OrderPiece> pieces = new ArrayList<>();
        try (RemotePopulation remote = remote(SECRET)) {
            remote.orders(host(), port(), "acme", 0, (customer, order) -> pieces.add(new OrderPiece(customer, order)));
        }
        assertThat(pieces).containsExactly(new OrderPiece("c-1", OrderRecord.UNKNOWN));
    }

    @Test
    void what_is_cut_off_is_a_trouble_and_not_a_smaller_population() throws IOException {
        told = frames(false, member("1"), member("2"));
        assertThatThrownBy(() -> members(SECRET)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_count_that_differs_is_a_trouble() throws IOException {
        byte[] one = frames(false, member("1"));
        byte[] end = frames(true);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(one);
        both.write(end);
        told = both.toByteArray();
        assertThatThrownBy(() -> members(SECRET)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void an_instance_that_falls_silent_is_given_up() throws IOException {
        told = frames(false, member("1"));
        silentAfterwards = true;
        Instant begun = Instant.now();
        assertThatThrownBy(() -> members(SECRET)).isInstanceOf(UncheckedIOException.class);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void a_partition_that_is_not_there_is_a_trouble_of_that_moment() {
        status = 503;
        assertThatThrownBy(() -> members(SECRET)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void without_a_secret_or_with_another_one_nothing_is_told_and_the_reason_is_clear() {
        assertRefused(null, "instance-secret-missing");
        assertRefused("something else altogether", "instance-secret-refused");
    }

    private void assertRefused(String secret, String code) {
        assertThatThrownBy(() -> members(secret))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    private List<String> members(String secret) {
        List<String> ids = new ArrayList<>();
        try (RemotePopulation remote = remote(secret)) {
            remote.scan(host(), port(), "acme", 3, member -> ids.add(member.customerId()));
        }
        return ids;
    }

    private static RemotePopulation remote(String secret) {
        return new RemotePopulation(new InstanceSecret(secret), TIMEOUT);
    }

    private String host() {
        return other.getAddress().getHostString();
    }

    private int port() {
        return other.getAddress().getPort();
    }

    private static byte[] member(String id) {
        return PopulationForms.pack(new Member(id, CustomerHistory.NONE, Standing.NONE));
    }

    private static byte[] frames(boolean ended, byte[]... pieces) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Frames.Writer writer = new Frames.Writer(out);
        for (byte[] piece : pieces) {
            writer.frame(piece);
        }
        if (ended) {
            writer.end();
        }
        return out.toByteArray();
    }
}
