package io.guanxi.customer.file.contact;

import io.guanxi.customer.file.domain.ContactField;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Contact data as it is written outside: by shops, by callers and on the state topic. What comes in is as its sender wrote
 * it, and becomes a {@link Profile} by {@link ContactForm}. The text of it never shows a value.
 */
public record ProfileFields(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language) {

    public static ProfileFields of(Profile profile) {
        return new ProfileFields(
                profile.value(ContactField.NAME),
                profile.value(ContactField.EMAIL),
                profile.value(ContactField.PHONE),
                profile.value(ContactField.LANGUAGE));
    }

    /** The fields that are there. */
    public Map<ContactField, String> given() {
        var given = new EnumMap<ContactField, String>(ContactField.class);
        put(given, ContactField.NAME, name);
        put(given, ContactField.EMAIL, email);
        put(given, ContactField.PHONE, phone);
        put(given, ContactField.LANGUAGE, language);
        return given;
    }

    private static void put(Map<ContactField, String> given, ContactField field, @Nullable String value) {
        if (value != null) {
            given.put(field, value);
        }
    }

    @Override
    public String toString() {
        return "profile";
    }
}
