package io.guanxi.customer.file.view.customerprofile;

import io.guanxi.customer.file.contact.Profile;
import io.guanxi.customer.file.domain.ContactField;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the state topic says of one customer. */
record PublishedProfile(
        String customerId,
        @Nullable String shop,
        @Nullable String externalId,
        Fields profile,
        String stage,
        @Nullable Instant stageSince,
        boolean registered,
        Instant updatedAt) {

    /** The readable values. */
    record Fields(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String language) {

        static Fields of(Profile profile) {
            return new Fields(
                    profile.value(ContactField.NAME),
                    profile.value(ContactField.EMAIL),
                    profile.value(ContactField.PHONE),
                    profile.value(ContactField.LANGUAGE));
        }

        @Override
        public String toString() {
            return "profile";
        }
    }

    static PublishedProfile of(CustomerProfile customer, Profile profile) {
        return new PublishedProfile(
                customer.customerId(),
                customer.shop(),
                customer.externalId(),
                Fields.of(profile),
                customer.stage().publicName(),
                customer.stageSince(),
                customer.registered(),
                customer.updatedAt());
    }
}
