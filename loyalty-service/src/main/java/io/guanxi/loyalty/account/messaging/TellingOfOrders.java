package io.guanxi.loyalty.account.messaging;

import io.guanxi.contracts.EventTypes;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.AppliedRule;
import io.guanxi.loyalty.account.domain.Earning;
import io.guanxi.loyalty.account.domain.OrderEntry;
import io.guanxi.loyalty.account.domain.OrderEntry.CancellationNoted;
import io.guanxi.loyalty.account.domain.OrderEntry.EarningCorrected;
import io.guanxi.loyalty.account.domain.OrderEntry.NothingEarned;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsEarned;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsReversedByCancellation;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsReversedByReturn;
import io.guanxi.loyalty.account.domain.OrderEntry.RefundCarriedForward;
import io.guanxi.loyalty.account.domain.TermShare;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.messaging.LoyaltyPublication.Telling;
import io.guanxi.loyalty.account.messaging.Published.Line;
import io.guanxi.loyalty.account.messaging.Published.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What others learn of the points that orders make. */
record TellingOfOrders(String customerId) {

    /** As many as the schema has room for. */
    private static final int DECIMALS_OF_RATE = 9;

    @Nullable
    Telling of(OrderEntry entry) {
        return switch (entry) {
            case PointsEarned e -> new Telling(EventTypes.CRM_LOYALTY_POINTS_EARNED, earned(e));
            case NothingEarned e -> null;
            case PointsReversedByReturn e ->
                reversed(e, e.share().earning(), "returned", e.returnId(), e.owed(), e.forgiven());
            case RefundCarriedForward e -> null;
            case PointsReversedByCancellation e -> reversed(e, e.earning(), "cancelled", null, e.owed(), e.forgiven());
            case CancellationNoted e -> null;
            case EarningCorrected e -> corrected(e);
        };
    }

    private Published earned(PointsEarned e) {
        int version = e.rule().version();
        return new Published.PointsEarned(
                Line.of(customerId, e, e.points(), version),
                Order.of(e.order()),
                e.paid().amount().toPlainString(),
                e.paid().currency(),
                new Published.Rule(version, rate(e.rule(), e.terms(), e.paid()), rounding(e.rule())),
                e.terms().stream()
                        .map(term ->
                                new Published.Term(term.term(), term.points().toPlainString()))
                        .toList(),
                unlessNone(e.changeOf(Bucket.PENDING)),
                e.pending() ? e.lot().matures() : null,
                e.lot().expires());
    }

    /** As if by one rate, where several terms add up. */
    private static String rate(AppliedRule rule, List<TermShare> terms, Money paid) {
        if (rule.rate() != null) {
            return rule.rate().toPlainString();
        }
        if (paid.isZero()) {
            return "0";
        }
        return terms.stream()
                .map(TermShare::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(paid.amount(), DECIMALS_OF_RATE, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String rounding(AppliedRule rule) {
        return rule.rounding().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Telling reversed(
            OrderEntry entry, Earning earning, String cause, @Nullable String returnId, long owed, long forgiven) {
        return new Telling(
                EventTypes.CRM_LOYALTY_POINTS_REVERSED,
                new Published.PointsReversed(
                        Line.of(customerId, entry, entry.changeOf(Bucket.OUTSIDE), earning.ruleVersion()),
                        Order.of(entry.order()),
                        cause,
                        returnId,
                        earning.entryId(),
                        unlessNone(-entry.changeOf(Bucket.PENDING)),
                        unlessNone(owed),
                        unlessNone(forgiven)));
    }

    private @Nullable Telling corrected(EarningCorrected e) {
        if (e.points() == 0) {
            return null;
        }
        return new Telling(
                EventTypes.CRM_LOYALTY_EARNING_CORRECTED,
                new Published.EarningCorrected(
                        Line.of(
                                customerId,
                                e,
                                Math.abs(e.changeOf(Bucket.OUTSIDE)),
                                e.rule().version()),
                        Order.of(e.order()),
                        e.correctionId(),
                        e.points() > 0 ? "up" : "down",
                        e.corrects(),
                        unlessNone(Math.abs(e.changeOf(Bucket.PENDING))),
                        unlessNone(e.owed())));
    }

    private static @Nullable Long unlessNone(long points) {
        return points == 0 ? null : points;
    }
}
