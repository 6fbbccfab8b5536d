package io.guanxi.eventing.intake;

import io.guanxi.eventing.deadletter.ConsumedTopics;
import io.guanxi.web.Caller;
import io.guanxi.web.Page;
import io.guanxi.web.RequestRefused;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an operator sees and does with the parked events of its tenant. */
@RestController
@RequestMapping("/api/operations/${guanxi.service}/parked")
class ParkedOperations {

    private static final int MOST = 200;

    private final MongoParking parking;
    private final ConsumedTopics topics;

    ParkedOperations(MongoParking parking, ConsumedTopics topics) {
        this.parking = parking;
        this.topics = topics;
    }

    @GetMapping
    Page<Parked> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw RequestRefused.parameter("limit", "must be 1 to " + MOST);
        }
        Page<ParkedEvent> page = parking.page(caller.tenant(), cursor, limit);
        return new Page<>(page.items().stream().map(Parked::of).toList(), page.next());
    }

    /** Tries a customer's parked events within about a second, wherever they are handled; the list shows what is left. */
    @PostMapping("/{tenant}/{customerId}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Requested replay(Caller caller, @PathVariable String tenant, @PathVariable String customerId) {
        String customer = tenant + "/" + customerId;
        long events = caller.tenant().equals(tenant) ? parking.request(customer, topics.consumedTopics()) : 0;
        if (events == 0) {
            throw RequestRefused.notFound(
                    "nothing-parked", "There are no parked events of this customer for your tenant.");
        }
        return new Requested(customer, events);
    }

    record Requested(String customer, long events) {}

    /**
     * A parked event.
     *
     * @param kind {@code early} if something else must come first, {@code queued} if it failed or came after one that did
     * @param problem the class of the failure, for the one that blocks its customer
     */
    record Parked(
            String id,
            String customer,
            String kind,
            @Nullable String waitsFor,
            String eventId,
            String type,
            Instant happened,
            int attempts,
            @Nullable String problem) {

        static Parked of(ParkedEvent event) {
            return new Parked(
                    event.origin().address(),
                    event.lane().customer(),
                    event.kind().code(),
                    event.waitsFor(),
                    event.eventId(),
                    event.type(),
                    event.happened(),
                    event.attempts(),
                    event.problem());
        }
    }
}
