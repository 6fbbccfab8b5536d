package io.guanxi.loyalty.account.messaging;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.OrderRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of what is published, each as its schema says; amounts and rates are plain decimals. */
sealed interface Published {

    record AccountOpened(
            String customerId,
            @Nullable String orderId,
            @Nullable String shop) implements Published {}

    /**
     * What every line of the ledger says.
     *
     * @param points never negative
     * @param ruleVersion absent if no rule made it
     */
    record Line(
            String customerId,
            String entryId,
            String purse,
            long points,
            long balance,
            @Nullable Integer ruleVersion) {

        static Line of(String customerId, LedgerEntry entry, long points, @Nullable Integer ruleVersion) {
            return new Line(customerId, entry.entryId(), entry.purse(), points, entry.balance(), ruleVersion);
        }
    }

    /** The order that something is about; absent if it is about none. */
    record Order(@Nullable String orderId, @Nullable String shop) {
        static final Order NONE = new Order(null, null);

        static Order of(@Nullable OrderRef order) {
            return order == null ? NONE : new Order(order.orderId(), order.shop());
        }
    }

    /** Absent is none, or not known. */
    record PointsEarned(
            @JsonUnwrapped Line line,
            @JsonUnwrapped Order order,
            String amount,
            String currency,
            Rule rule,
            List<Term> terms,
            @Nullable Long pending,
            @Nullable Instant availableAt,
            @Nullable Instant expiresAt)
            implements Published {}

    /** @param rounding in lower case with hyphens */
    record Rule(int version, String rate, String rounding) {}

    /** @param points exact */
    record Term(String name, String points) {}

    /**
     * @param cause {@code cancelled} or {@code returned}
     * @param reverses the entry that had earned the points
     */
    record PointsReversed(
            @JsonUnwrapped Line line,
            @JsonUnwrapped Order order,
            String cause,
            @Nullable String returnId,
            String reverses,
            @Nullable Long pending,
            @Nullable Long debt,
            @Nullable Long forgiven)
            implements Published {}

    record EarningCorrected(
            @JsonUnwrapped Line line,
            @JsonUnwrapped Order order,
            String correctionId,
            String direction,
            @Nullable String corrects,
            @Nullable Long pending,
            @Nullable Long debt)
            implements Published {}

    /** @param matures the entry that they came with; absent if there are several */
    record PointsMatured(@JsonUnwrapped Line line, @Nullable String matures) implements Published {}

    /** @param expires the entry that they came with; absent if there are several */
    record PointsExpired(@JsonUnwrapped Line line, @Nullable String expires) implements Published {}

    record DebtRepaid(@JsonUnwrapped Line line, long debtLeft) implements Published {}

    record PointsSpent(
            @JsonUnwrapped Line line,
            @JsonUnwrapped Order order,
            String kind,
            String holdId,
            @Nullable String reward) implements Published {}

    record PointsReturned(
            @JsonUnwrapped Line line,
            @JsonUnwrapped Order order,
            String returns,
            String reason,
            @Nullable String returnId,
            @Nullable String reward)
            implements Published {}

    record PointsTransferred(
            @JsonUnwrapped Line line,
            String transferId,
            Counterparty counterparty,
            @Nullable String reason) implements Published {}

    /** One of both. */
    record Counterparty(
            @Nullable String customerId, @Nullable String family) {}

    record PointsAdjusted(@JsonUnwrapped Line line, String direction, String reason) implements Published {}

    record GoodwillGranted(@JsonUnwrapped Line line, String ticketId) implements Published {}

    record BonusGranted(
            @JsonUnwrapped Line line, @JsonUnwrapped Order order, String kind, Counterparty counterparty)
            implements Published {}

    record TierChanged(
            String customerId,
            @Nullable String from,
            String to,
            String reason,
            int ruleVersion,
            @Nullable Instant validUntil)
            implements Published {}

    record VoucherIssued(
            @JsonUnwrapped VoucherLine voucher,
            @Nullable String entryId,
            Instant validUntil,
            @Nullable Integer ruleVersion)
            implements Published {}

    record VoucherRedeemed(
            @JsonUnwrapped VoucherLine voucher,
            @JsonUnwrapped Order order) implements Published {}

    record VoucherExpired(@JsonUnwrapped VoucherLine voucher) implements Published {}

    /** What every event of a voucher says. */
    record VoucherLine(String customerId, String voucherId, String reward, Amount value) {}

    record Amount(String amount, String currency) {

        static Amount of(Money money) {
            return new Amount(money.amount().toPlainString(), money.currency());
        }
    }
}
