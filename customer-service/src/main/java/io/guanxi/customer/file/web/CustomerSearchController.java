package io.guanxi.customer.file.web;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.customer.file.contact.ContactForm;
import io.guanxi.customer.file.contact.UnusableValue;
import io.guanxi.customer.file.domain.ContactField;
import io.guanxi.customer.file.view.customersearch.CustomerSearch;
import io.guanxi.customer.file.view.customersearch.SearchKind;
import io.guanxi.web.Caller;
import io.guanxi.web.FieldProblem;
import io.guanxi.web.Page;
import io.guanxi.web.Problem;
import io.guanxi.web.RequestRefused;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds customers by what a caller knows of them. */
@RestController
@RequestMapping("/api/customers")
class CustomerSearchController {

    private static final int MOST_CUSTOMERS = 100;

    private final CustomerSearch search;
    private final CustomerPresenter presenter;

    CustomerSearchController(CustomerSearch search, CustomerPresenter presenter) {
        this.search = search;
        this.presenter = presenter;
    }

    /** Exactly one of external id, e-mail, phone and name; a shop only with an external id. */
    @GetMapping
    Page<CustomerAnswer> find(
            @RequestParam(required = false) @Nullable String externalId,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit,
            Caller caller) {
        requireOneOf(externalId, email, phone, name);
        var most = Limits.checked(limit, MOST_CUSTOMERS);
        if (externalId != null) {
            return presented(byExternalId(externalId, shop, cursor, most, caller), caller);
        }
        requireContactReader(caller);
        if (name != null) {
            return presented(search.named(caller.tenant(), name, cursor, most), caller);
        }
        var kind = email != null ? SearchKind.EMAIL : SearchKind.PHONE;
        var value = email != null
                ? inForm("email", ContactField.EMAIL, email)
                : inForm("phone", ContactField.PHONE, Objects.requireNonNull(phone));
        return presented(search.having(caller.tenant(), kind, value, cursor, most), caller);
    }

    private Page<CustomerKey> byExternalId(
            String externalId, @Nullable String shop, @Nullable String cursor, int limit, Caller caller) {
        if (shop == null) {
            return search.having(caller.tenant(), SearchKind.EXTERNAL_ID, externalId, cursor, limit);
        }
        try {
            return new Page<>(List.of(CustomerKey.of(caller.tenant(), shop, externalId)), null);
        } catch (IllegalArgumentException nobody) {
            return new Page<>(List.of(), null);
        }
    }

    private Page<CustomerAnswer> presented(Page<CustomerKey> found, Caller caller) {
        return new Page<>(presenter.present(found.items(), caller), found.next());
    }

    private static String inForm(String parameter, ContactField field, String given) {
        try {
            return ContactForm.of(field, given);
        } catch (UnusableValue unusable) {
            throw RequestRefused.parameter(parameter, unusable.expected());
        }
    }

    private static void requireOneOf(@Nullable String... parameters) {
        if (Stream.of(parameters).filter(Objects::nonNull).count() != 1) {
            throw new RequestRefused(Problem.invalid(List.of(FieldProblem.inParameter(
                    "externalId", "exactly one of externalId, email, phone and name must be given"))));
        }
    }

    /** Who may not read contact data may not find out by searching either. */
    private static void requireContactReader(Caller caller) {
        if (!CustomerPresenter.readsContactData(caller)) {
            throw new RequestRefused(Problem.of(
                    HttpStatus.FORBIDDEN,
                    "contact-data-not-allowed",
                    "Your role does not read contact data; search by externalId."));
        }
    }
}
