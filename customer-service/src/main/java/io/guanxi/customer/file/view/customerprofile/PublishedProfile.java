package io.guanxi.customer.file.view.customerprofile;

import io.guanxi.customer.file.contact.Profile;
import io.guanxi.customer.file.contact.ProfileFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the state topic says of one customer. */
record PublishedProfile(
        String customerId,
        @Nullable String shop,
        @Nullable String externalId,
        ProfileFields profile,
        String stage,
        @Nullable Instant stageSince,
        boolean registered,
        Instant updatedAt) {

    static PublishedProfile of(CustomerProfile customer, Profile profile) {
        return new PublishedProfile(
                customer.customerId(),
                customer.shop(),
                customer.externalId(),
                ProfileFields.of(profile),
                customer.stage().publicName(),
                customer.stageSince(),
                customer.registered(),
                customer.updatedAt());
    }
}
