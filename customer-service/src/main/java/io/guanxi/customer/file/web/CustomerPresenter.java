package io.guanxi.customer.file.web;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.customer.file.contact.CustomerSeal;
import io.guanxi.customer.file.contact.KeyRing;
import io.guanxi.customer.file.contact.Profile;
import io.guanxi.customer.file.domain.LifeCyclePolicies;
import io.guanxi.customer.file.view.customerdetails.CustomerDetails;
import io.guanxi.customer.file.view.customerdetails.CustomerDirectory;
import io.guanxi.customer.file.web.CustomerAnswer.CauseAnswer;
import io.guanxi.customer.file.web.CustomerAnswer.ContactData;
import io.guanxi.customer.file.web.CustomerAnswer.OrdersAnswer;
import io.guanxi.customer.file.web.CustomerAnswer.StageAnswer;
import io.guanxi.web.Caller;
import io.guanxi.web.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows customers to callers: with contact data opened for those whose role reads it, and without for all others. */
@Component
class CustomerPresenter {

    private final CustomerDirectory directory;
    private final KeyRing keys;
    private final LifeCyclePolicies policies;

    CustomerPresenter(CustomerDirectory directory, KeyRing keys, LifeCyclePolicies policies) {
        this.directory = directory;
        this.keys = keys;
        this.policies = policies;
    }

    static boolean readsContactData(Caller caller) {
        return caller.is(Role.AGENT) || caller.is(Role.MARKETER);
    }

    /** The customers that are there, in the order given; keys and details are read at once for all. */
    List<CustomerAnswer> present(List<CustomerKey> customers, Caller caller) {
        if (customers.isEmpty()) {
            return List.of();
        }
        var details = directory.findAll(customers);
        Map<CustomerKey, CustomerSeal> seals = readsContactData(caller) ? keys.findAll(customers) : Map.of();
        return customers.stream()
                .filter(details::containsKey)
                .map(customer -> answer(Objects.requireNonNull(details.get(customer)), caller, seals.get(customer)))
                .toList();
    }

    CustomerAnswer present(CustomerDetails details, Caller caller) {
        var customer = new CustomerKey(details.tenant(), details.customerId());
        var sealed = readsContactData(caller) && !details.contact().isEmpty();
        return answer(details, caller, sealed ? keys.find(customer).orElse(null) : null);
    }

    private CustomerAnswer answer(CustomerDetails details, Caller caller, @Nullable CustomerSeal seal) {
        var profile = seal == null ? Profile.empty() : seal.open(details.contact());
        return new CustomerAnswer(
                details.customerId(),
                details.shopIds(),
                details.registered(),
                details.knownSince(),
                stage(details),
                new OrdersAnswer(
                        details.orders().standing(),
                        details.orders().cancelled(),
                        details.orders().first(),
                        details.orders().last()),
                CustomerAnswer.fields(profile),
                contactData(details, caller, profile).publicName(),
                details.version());
    }

    private StageAnswer stage(CustomerDetails details) {
        var cause = details.cause();
        var why = cause == null
                ? null
                : CauseAnswer.of(cause, policies.sentenceOf(cause.rule()).orElse(null));
        return new StageAnswer(details.stage().publicName(), details.stageSince(), why);
    }

    private static ContactData contactData(CustomerDetails details, Caller caller, Profile opened) {
        if (!readsContactData(caller)) {
            return ContactData.MASKED;
        }
        var nothingOpens = opened.values().isEmpty() && !details.contact().isEmpty();
        return nothingOpens ? ContactData.ERASED : ContactData.READABLE;
    }
}
