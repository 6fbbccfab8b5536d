package io.guanxi.customer.file.contact;

import io.guanxi.customer.file.domain.ContactField;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Contact data cannot be kept. It names each field that is wrong with what would be right, and never a value. It has no
 * stack trace.
 */
public final class UnusableProfile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<ContactField, String> expected;

    UnusableProfile(Map<ContactField, String> expected) {
        super("unusable contact data: " + expected, null, false, false);
        this.expected = Collections.unmodifiableMap(new TreeMap<>(expected));
    }

    /** For each field that is wrong, what would be right. */
    public Map<ContactField, String> expected() {
        return expected;
    }
}
