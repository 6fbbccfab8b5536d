package io.guanxi.customer.file.web;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.customer.file.command.CustomerFiles;
import io.guanxi.customer.file.domain.CustomerRejection.FileHasChanged;
import io.guanxi.customer.file.view.customerdetails.CustomerDetails;
import io.guanxi.customer.file.view.customerdetails.CustomerDirectory;
import io.guanxi.customer.file.view.customerhistory.CustomerHistory;
import io.guanxi.customer.file.view.customerhistory.FileEntry;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Origin;
import io.guanxi.web.Caller;
import io.guanxi.web.Page;
import io.guanxi.web.RequestRefused;
import io.guanxi.web.Versions;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One customer's file. */
@RestController
@RequestMapping("/api/customers")
class CustomerController {

    private static final int MOST_ENTRIES = 500;

    private final CustomerFiles files;
    private final CustomerDirectory directory;
    private final CustomerPresenter presenter;
    private final CustomerHistory history;
    private final Clock clock;

    CustomerController(
            CustomerFiles files,
            CustomerDirectory directory,
            CustomerPresenter presenter,
            CustomerHistory history,
            Clock clock) {
        this.files = files;
        this.directory = directory;
        this.presenter = presenter;
        this.history = history;
        this.clock = clock;
    }

    /** Who was registered. */
    record Registered(String id, String shop, String externalId) {}

    @PostMapping
    ResponseEntity<Registered> register(@RequestBody RegistrationRequest request, Caller caller, Origin origin) {
        var registration = request.checked();
        var customer = CustomerKey.of(caller.tenant(), registration.shop(), registration.externalId());
        var version = files.register(
                customer,
                registration.shop(),
                registration.externalId(),
                registration.profile(),
                origin,
                clock.instant());
        var location = URI.create("/api/customers/" + customer.customerId());
        var answer = version.isNew()
                ? ResponseEntity.created(location)
                : ResponseEntity.ok().location(location);
        return answer.body(new Registered(customer.customerId(), registration.shop(), registration.externalId()));
    }

    @GetMapping("/{id}")
    ResponseEntity<CustomerAnswer> details(@PathVariable String id, Caller caller) {
        var details = known(key(id, caller));
        return ResponseEntity.ok().eTag(Versions.etag(details.version())).body(presenter.present(details, caller));
    }

    @PatchMapping("/{id}/profile")
    ResponseEntity<Void> changeProfile(
            @PathVariable String id,
            @RequestBody Map<String, @Nullable Object> body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller,
            Origin origin) {
        var customer = key(id, caller);
        var patch = ProfilePatch.of(body);
        try {
            var version = files.correct(
                    customer, patch.values(), patch.removed(), expected(customer, ifMatch), origin, clock.instant());
            return ResponseEntity.noContent()
                    .eTag(Versions.etag(version.after()))
                    .build();
        } catch (CommandRefused refused) {
            if (refused.reason() instanceof FileHasChanged changed) {
                throw RequestRefused.versionMismatch(Versions.etag(changed.actual()));
            }
            throw refused;
        }
    }

    @GetMapping("/{id}/history")
    Page<FileEntry> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit,
            Caller caller) {
        var customer = key(id, caller);
        var entries = history.of(customer, cursor, Limits.checked(limit, MOST_ENTRIES));
        if (entries.items().isEmpty() && cursor == null) {
            throw unknown();
        }
        return entries;
    }

    /** The version that the caller names, once it is found to be the present one; null if any will do. */
    private @Nullable Long expected(CustomerKey customer, @Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        var present = known(customer).version();
        Versions.check(ifMatch, present);
        return present;
    }

    private CustomerDetails known(CustomerKey customer) {
        return directory.find(customer).orElseThrow(CustomerController::unknown);
    }

    private static CustomerKey key(String id, Caller caller) {
        try {
            return new CustomerKey(caller.tenant(), id);
        } catch (IllegalArgumentException notAnId) {
            throw unknown();
        }
    }

    private static RequestRefused unknown() {
        return RequestRefused.notFound("customer-unknown", "There is no such customer.");
    }
}
