package io.guanxi.customer.file.view.customerprofile;

import io.guanxi.customer.file.domain.ContactField;
import io.guanxi.customer.file.domain.SealedValue;
import io.guanxi.customer.file.domain.Stage;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The present profile of one customer, sealed.
 *
 * @param updatedAt when the latest thing happened that it tells of; what is late does not set it back
 */
record CustomerProfile(
        String tenant,
        String customerId,
        @Nullable String shop,
        @Nullable String externalId,
        boolean registered,
        Stage stage,
        @Nullable Instant stageSince,
        Map<ContactField, SealedValue> contact,
        Instant updatedAt) {

    CustomerProfile {
        contact = Collections.unmodifiableMap(new TreeMap<>(contact));
    }
}
