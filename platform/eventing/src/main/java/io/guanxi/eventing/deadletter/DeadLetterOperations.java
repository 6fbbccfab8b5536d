package io.guanxi.eventing.deadletter;

import io.guanxi.contracts.Violation;
import io.guanxi.web.Caller;
import io.guanxi.web.Page;
import io.guanxi.web.RequestRefused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What an operator sees and does with dead letters of its tenant. */
@RestController
@RequestMapping("/api/operations/${guanxi.service}/dead-letters")
class DeadLetterOperations {

    private static final int MOST = 200;

    private final DeadLetterIndex index;
    private final DeadLetterReplay replay;
    private final String platformTenant;

    /** @param platformTenant whose operators also see records of which the tenant cannot be read */
    DeadLetterOperations(DeadLetterIndex index, DeadLetterReplay replay, String platformTenant) {
        this.index = index;
        this.replay = replay;
        this.platformTenant = platformTenant;
    }

    @GetMapping
    Page<Listed> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw RequestRefused.parameter("limit", "must be 1 to " + MOST);
        }
        Page<DeadLetter> page = index.page(tenants(caller), state(state), cursor, limit);
        return new Page<>(page.items().stream().map(Listed::of).toList(), page.next());
    }

    /** With its body and headers, as text. It may hold personal data. */
    @GetMapping("/{id}")
    Detailed show(Caller caller, @PathVariable String id) {
        return Detailed.of(find(caller, id));
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Listed replay(Caller caller, @PathVariable String id, @RequestBody(required = false) @Nullable Repair repair) {
        DeadLetter letter = find(caller, id);
        JsonNode body = repair == null ? null : repair.body();
        Map<String, String> headers = repair == null || repair.headers() == null ? Map.of() : repair.headers();
        replay.replay(
                letter,
                body == null || body.isNull() ? null : body.toString().getBytes(StandardCharsets.UTF_8),
                headers,
                caller.tenant().equals(platformTenant) ? null : caller.tenant());
        return Listed.of(find(caller, id));
    }

    private DeadLetter find(Caller caller, String id) {
        return Coordinates.parse(id)
                .flatMap(origin -> index.find(origin, tenants(caller)))
                .orElseThrow(() -> RequestRefused.notFound(
                        "dead-letter-not-found", "There is no dead letter of this id for your tenant."));
    }

    private Set<String> tenants(Caller caller) {
        return caller.tenant().equals(platformTenant)
                ? Set.of(caller.tenant(), DeadLetterIndex.NO_TENANT)
                : Set.of(caller.tenant());
    }

    private static DeadLetter.@Nullable State state(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return Arrays.stream(DeadLetter.State.values())
                .filter(state -> state.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> RequestRefused.parameter("state", "must be open, replayed or resolved"));
    }

    /**
     * A repair.
     *
     * @param body the whole new body; absent to leave it
     * @param headers envelope headers to be set, such as {@code ce_type}; absent to leave them. The key follows from tenant and body
     */
    record Repair(@Nullable JsonNode body, @Nullable Map<String, String> headers) {}

    record Listed(
            String id,
            String state,
            String topic,
            int partition,
            long offset,
            String reason,
            String detail,
            List<Violation> violations,
            @Nullable String type,
            @Nullable String eventId,
            @Nullable String key,
            int attempts,
            Instant failedAt,
            int size) {

        static Listed of(DeadLetter letter) {
            return new Listed(
                    letter.origin().address(),
                    letter.state().code(),
                    letter.origin().topic(),
                    letter.origin().partition(),
                    letter.origin().offset(),
                    letter.reason(),
                    letter.detail(),
                    letter.violations(),
                    letter.type(),
                    letter.eventId(),
                    letter.key(),
                    letter.attempts(),
                    letter.failedAt(),
                    letter.size());
        }
    }

    record Detailed(
            Listed record,
            Map<String, String> headers,
            @Nullable String body) {

        static Detailed of(DeadLetter letter) {
            Map<String, String> headers = new LinkedHashMap<>();
            letter.headers().forEach((name, value) -> headers.put(name, new String(value, StandardCharsets.UTF_8)));
            byte[] body = letter.body();
            return new Detailed(
                    Listed.of(letter), headers, body == null ? null : new String(body, StandardCharsets.UTF_8));
        }
    }
}
