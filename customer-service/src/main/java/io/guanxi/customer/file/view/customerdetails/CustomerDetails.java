package io.guanxi.customer.file.view.customerdetails;

import io.guanxi.customer.file.domain.Cause;
import io.guanxi.customer.file.domain.ContactField;
import io.guanxi.customer.file.domain.OrderSummary;
import io.guanxi.customer.file.domain.SealedValue;
import io.guanxi.customer.file.domain.Stage;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one customer.
 *
 * @param shopIds what shops call them
 * @param registered whether a shop registered them, and not only sent their orders
 * @param knownSince the earliest time anything tells of them
 * @param stageSince when they came to the stage, by the times of their orders
 * @param cause null as long as the stage has never changed
 * @param contact sealed; the customer's key opens it
 * @param version of the file: how many events it has
 */
public record CustomerDetails(
        String tenant,
        String customerId,
        List<ShopId> shopIds,
        boolean registered,
        Instant knownSince,
        Stage stage,
        Instant stageSince,
        @Nullable Cause cause,
        OrderSummary orders,
        Map<ContactField, SealedValue> contact,
        long version) {

    /** What one shop calls the customer. */
    public record ShopId(String shop, String externalId) {}

    public CustomerDetails {
        shopIds = List.copyOf(shopIds);
        contact = Collections.unmodifiableMap(new TreeMap<>(contact));
    }
}
