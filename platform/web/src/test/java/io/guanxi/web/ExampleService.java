package io.guanxi.web;

import static io.guanxi.web.AccessRule.any;
import static io.guanxi.web.AccessRule.get;
import static io.guanxi.web.AccessRule.post;

import com.mongodb.MongoTimeoutException;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Origin;
import io.guanxi.kernel.Reason;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.MDC;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service as small as one can be that has every way to fail. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(ExampleService.Desk.class)
class ExampleService {

    @Bean
    AccessRules accessRules() {
        return AccessRules.of(
                post("/api/notes", Role.AGENT),
                get("/api/notes/*", Role.AGENT, Role.ANALYST),
                get("/api/notes", Role.AGENT),
                new AccessRule(HttpMethod.PUT, "/api/notes/*", Role.AGENT),
                post("/api/slow", Role.AGENT),
                post("/api/bulk", Role.SHOP),
                post("/api/breaking", Role.AGENT),
                any("/api/failing/*", Role.AGENT),
                get("/api/me", Role.SHOP, Role.AGENT));
    }

    enum Colour {
        RED,
        GREEN
    }

    record Amount(int value) {
        Amount {
            if (value > 1000) {
                throw new IllegalArgumentException("amount: " + value + " (expected: at most 1000)");
            }
        }
    }

    record Line(
            @NotBlank(message = "must not be blank") String sku,
            @Positive(message = "must be positive") int quantity) {}

    record NewNote(
            @NotBlank(message = "must not be blank") String text,
            Colour colour,
            Instant written,
            Amount amount,
            List<@Valid Line> lines) {}

    record Note(String id, String text, long version) {}

    enum Refusal implements Reason {
        GONE(Kind.NOT_FOUND),
        CLOSED(Kind.CONFLICT),
        ABSURD(Kind.INVALID),
        EARLY(Kind.TOO_EARLY);

        private final Kind kind;

        Refusal(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String code() {
            return "note-is-" + name().toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public String message() {
            return "The note is " + name().toLowerCase(java.util.Locale.ROOT) + ".";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    @RestController
    static class Desk {

        final Map<String, Note> notes = new ConcurrentHashMap<>();
        final AtomicInteger writes = new AtomicInteger();
        final AtomicInteger breaks = new AtomicInteger();
        volatile CountDownLatch entered = new CountDownLatch(1);
        volatile CountDownLatch goOn = new CountDownLatch(0);

        @PostMapping("/api/notes")
        ResponseEntity<Note> write(@Valid @RequestBody NewNote note, IdempotentId id, Origin origin) {
            writes.incrementAndGet();
            Note written = notes.computeIfAbsent(id.toString(), key -> new Note(key, note.text(), 1));
            return ResponseEntity.created(URI.create("/api/notes/" + id))
                    .eTag(Versions.etag(written.version()))
                    .body(written);
        }

        @PutMapping("/api/notes/{id}")
        ResponseEntity<Note> change(
                @PathVariable String id,
                @RequestHeader(value = "If-Match", required = false) String ifMatch,
                @Valid @RequestBody NewNote note) {
            Note changed = notes.compute(id, (key, present) -> {
                if (present == null) {
                    throw RequestRefused.notFound("note-not-found", "There is no such note.");
                }
                Versions.check(ifMatch, present.version());
                return new Note(key, note.text(), present.version() + 1);
            });
            return ResponseEntity.ok().eTag(Versions.etag(changed.version())).body(changed);
        }

        @GetMapping("/api/notes/{id}")
        Note read(@PathVariable UUID id) {
            Note note = notes.get(id.toString());
            if (note == null) {
                throw RequestRefused.notFound("note-not-found", "There is no such note.");
            }
            return note;
        }

        @GetMapping("/api/notes")
        Page<String> list(
                @RequestParam String shelf,
                @RequestParam(defaultValue = "10") @Max(value = 100, message = "must be at most 100") int limit,
                @RequestParam(required = false) String cursor) {
            String after = cursor == null
                    ? ""
                    : Cursor.decode("notes", cursor).position().getFirst();
            return new Page<>(List.of(shelf + after), new Cursor("notes", List.of(after + "x")).encode());
        }

        @PostMapping("/api/slow")
        Map<String, String> slow(IdempotentId id) throws InterruptedException {
            writes.incrementAndGet();
            entered.countDown();
            goOn.await();
            return Map.of("id", id.toString());
        }

        @PostMapping("/api/breaking")
        Map<String, Integer> breaking() {
            int count = breaks.incrementAndGet();
            if (count == 1) {
                throw new IllegalStateException("the first time goes wrong, with a secret");
            }
            return Map.of("count", count);
        }

        @PostMapping("/api/bulk")
        Map<String, Integer> bulk(@RequestBody String body) {
            return Map.of("length", body.length());
        }

        @GetMapping("/api/failing/{how}")
        String failing(@PathVariable String how) throws IOException {
            throw switch (how) {
                case "store" -> new MongoTimeoutException("no server at db.internal:27017");
                case "broker" -> new TimeoutException("no broker at kafka.internal:9092");
                case "wrapped" -> new IllegalStateException(new CommandRefused(Refusal.CLOSED));
                case "unexpected" -> new IllegalStateException("a secret of the inside");
                default -> new CommandRefused(Refusal.valueOf(how));
            };
        }

        @GetMapping("/api/me")
        Map<String, Object> me(
                Caller caller,
                Origin origin,
                @RequestHeader("X-Correlation-Id") String passedOn,
                HttpServletResponse response) {
            // As a proxy does that copies the headers of another service's answer.
            response.addHeader("x-correlation-id", "of-another-service");
            return Map.of(
                    "passedOn", passedOn,
                    "tenant", caller.tenant(),
                    "subject", caller.subject(),
                    "roles", caller.roles(),
                    "correlationId", origin.correlationId(),
                    "actor", String.valueOf(origin.actor()),
                    "logTenant", String.valueOf(MDC.get("tenant")),
                    "logCorrelationId", String.valueOf(MDC.get("correlationId")),
                    "logTrace", String.valueOf(MDC.get("traceId")),
                    "virtual", Thread.currentThread().isVirtual());
        }
    }
}
