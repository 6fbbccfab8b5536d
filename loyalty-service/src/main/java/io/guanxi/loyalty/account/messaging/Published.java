package io.guanxi.loyalty.account.messaging;

import io.guanxi.loyalty.account.domain.OrderEntry;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bodies of what is published, each as its schema says; amounts and rates are plain decimals. */
sealed interface Published {

    record AccountOpened(
            String customerId,
            @Nullable String orderId,
            @Nullable String shop) implements Published {}

    record PointsEarned(
            String customerId,
            String entryId,
            String orderId,
            String shop,
            long points,
            long balance,
            String amount,
            String currency,
            Rule rule)
            implements Published {

        static PointsEarned of(String customerId, OrderEntry.PointsEarned earned) {
            return new PointsEarned(
                    customerId,
                    earned.entryId(),
                    earned.order().orderId(),
                    earned.order().shop(),
                    earned.points(),
                    earned.balance(),
                    earned.paid().amount().toPlainString(),
                    earned.paid().currency(),
                    new Rule(
                            earned.rule().version(),
                            Objects.requireNonNull(earned.rule().rate(), "points were earned without a rate")
                                    .toPlainString(),
                            earned.rule()
                                    .rounding()
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-')));
        }
    }

    /** @param rounding in lower case with hyphens */
    record Rule(int version, String rate, String rounding) {}

    /**
     * @param cause {@code cancelled} or {@code returned}
     * @param reverses the entry that had earned the points
     */
    record PointsReversed(
            String customerId,
            String entryId,
            String orderId,
            String shop,
            String cause,
            @Nullable String returnId,
            long points,
            long balance,
            String reverses)
            implements Published {}
}
