package io.guanxi.customer.file.contact;

import io.guanxi.customer.file.domain.ContactField;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A person's contact data, readable, in the form that {@link ContactForm} gives it. Its text never shows a value. */
public record Profile(Map<ContactField, String> values) {

    public Profile {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    public static Profile empty() {
        return new Profile(Map.of());
    }

    public @Nullable String value(ContactField field) {
        return values.get(field);
    }

    @Override
    public String toString() {
        return "Profile" + values.keySet();
    }
}
