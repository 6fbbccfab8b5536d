package io.guanxi.customer.file.messaging;

import io.guanxi.customer.file.domain.ContactField;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this service reads of a shop's news about a customer. */
record CustomerNews(String shop, String externalId, Fields profile) {

    record Fields(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String language) {

        /** The fields that are there. */
        Map<ContactField, String> given() {
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
}
