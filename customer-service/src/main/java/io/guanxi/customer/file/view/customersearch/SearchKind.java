package io.guanxi.customer.file.view.customersearch;

import io.guanxi.customer.file.domain.ContactField;
import java.util.Locale;
import java.util.Optional;

/** What customers are searched by. */
public enum SearchKind {
    EXTERNAL_ID,
    EMAIL,
    PHONE,
    NAME;

    /** A search is within one tenant and one kind. */
    String scope(String tenant) {
        return tenant + "/" + name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a field that nobody is searched by. */
    static Optional<SearchKind> of(ContactField field) {
        return switch (field) {
            case NAME -> Optional.of(NAME);
            case EMAIL -> Optional.of(EMAIL);
            case PHONE -> Optional.of(PHONE);
            case LANGUAGE -> Optional.empty();
        };
    }
}
