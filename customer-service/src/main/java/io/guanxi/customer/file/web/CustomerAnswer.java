package io.guanxi.customer.file.web;

import io.guanxi.customer.file.contact.Profile;
import io.guanxi.customer.file.domain.Cause;
import io.guanxi.customer.file.view.customerdetails.CustomerDetails;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a caller may see them.
 *
 * @param profile the values that can be read, by field; empty unless {@code contactData} is readable
 * @param contactData a {@link ContactData} in lower case
 */
record CustomerAnswer(
        String id,
        List<CustomerDetails.ShopId> shopIds,
        boolean registered,
        Instant knownSince,
        StageAnswer stage,
        OrdersAnswer orders,
        Map<String, String> profile,
        String contactData,
        long version) {

    /** Whether contact data is shown. */
    enum ContactData {
        /** What there is, is shown. */
        READABLE,
        /** The caller's role does not read contact data. */
        MASKED,
        /** The customer's key is destroyed. */
        ERASED;

        String publicName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The stage, since when by the times of the orders, and why. */
    record StageAnswer(
            String stage, Instant since, @Nullable CauseAnswer cause) {}

    /** The rule, by name and as a sentence, and what it was about. */
    record CauseAnswer(
            String rule,
            @Nullable String sentence,
            @Nullable Integer days,
            @Nullable String orderId,
            @Nullable Instant asOf) {

        static CauseAnswer of(Cause cause, @Nullable String sentence) {
            return new CauseAnswer(cause.rule(), sentence, cause.days(), cause.orderId(), cause.asOf());
        }
    }

    /** The orders that stand, the cancelled ones, and when the first and the last one that stand were placed. */
    record OrdersAnswer(
            int count,
            int cancelled,
            @Nullable Instant first,
            @Nullable Instant last) {}

    static Map<String, String> fields(Profile profile) {
        return profile.values().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().publicName(), Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }
}
