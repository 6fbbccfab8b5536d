package io.guanxi.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A platform in a process of its own, on an empty folder and free ports, started by its script as a user would. */
public final class ScriptedPlatform implements AutoCloseable {

    private final Script script;
    private final Path data;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable String token;

    private ScriptedPlatform(Script script, Path data, int port) {
        this.script = script;
        this.data = data;
        this.port = port;
    }

    /** @param home the project's folder, where the script is */
    public static ScriptedPlatform on(Path home) throws IOException {
        Path data = Files.createTempDirectory("guanxi-platform-");
        int port = FreePorts.block();
        return new ScriptedPlatform(new Script(home, data, port), data, port);
    }

    /** Starts it in the background and returns when it says that it is ready. */
    public ScriptedPlatform start() throws IOException {
        script.run("start", "--detach").expectSuccess();
        return this;
    }

    public void stop() throws IOException {
        script.run("stop").expectSuccess();
    }

    /** Ends the process as a power cut would, as far as one process can: no hook of it runs. */
    public void kill() throws IOException {
        long pid = pid();
        ProcessHandle.of(pid).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    public long pid() throws IOException {
        return Long.parseLong(
                Files.readString(data.resolve("run").resolve("pid")).strip());
    }

    public Script script() {
        return script;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + (port + 12);
    }

    public int port() {
        return port;
    }

    public Path data() {
        return data;
    }

    /** The body of a 200; a missing node for any other answer. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("GET", path, null, Map.of());
        return answer.statusCode() == 200
                ? JsonMapper.shared().readTree(answer.body())
                : JsonMapper.shared().missingNode();
    }

    /** Calls the gateway as an administrator of the tenant {@code demo}. */
    public HttpResponse<String> send(String method, String path, @Nullable Object body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token())
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        body instanceof String text
                                                ? text
                                                : JsonMapper.shared().writeValueAsString(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private String token() throws IOException {
        if (token == null) {
            token = script.run("token").expectSuccess().output().strip();
        }
        return token;
    }

    @Override
    public void close() {
        try {
            kill();
        } catch (IOException e) {
            // It was never started, or has ended.
        }
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(ScriptedPlatform::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
