package io.guanxi.customer.file.messaging;

import io.guanxi.customer.file.contact.UnusableProfile;
import io.guanxi.kernel.Reason;
import java.util.stream.Collectors;

/** A shop sent contact data that cannot be kept. The message points to the fields and shows no value. */
record ContactDataIsUnusable(String message) implements Reason {

    static ContactDataIsUnusable of(UnusableProfile unusable) {
        return new ContactDataIsUnusable(unusable.expected().entrySet().stream()
                .map(entry -> "/profile/" + entry.getKey().publicName() + " " + entry.getValue())
                .collect(Collectors.joining("; ")));
    }

    @Override
    public String code() {
        return "contact-data-unusable";
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
