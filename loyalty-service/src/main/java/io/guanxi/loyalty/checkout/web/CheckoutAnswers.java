package io.guanxi.loyalty.checkout.web;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.Hold;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.Voucher;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What shops are answered. What does not concern an answer is absent. */
final class CheckoutAnswers {

    private CheckoutAnswers() {}

    /** @param amount as text, exact */
    record MoneyAnswer(String amount, String currency) {

        static MoneyAnswer of(Money money) {
            return new MoneyAnswer(money.amount().toPlainString(), money.currency());
        }
    }

    record OrderAnswer(String shop, String orderId) {

        static @Nullable OrderAnswer of(@Nullable OrderRef order) {
            return order == null ? null : new OrderAnswer(order.shop(), order.orderId());
        }
    }

    /**
     * Points that are or were kept aside.
     *
     * @param status {@code open}, {@code spent}, {@code released} or {@code timed-out}
     * @param until the first moment at which points that are not spent are free again
     * @param returned how many of the spent points came back
     * @param available what else can be used of the purse
     * @param voucher what the points were exchanged for, if it is a voucher
     */
    record HoldAnswer(
            String id,
            String customerId,
            String status,
            String purse,
            long points,
            @Nullable OrderAnswer order,
            @Nullable String reward,
            Instant until,
            int ruleVersion,
            long returned,
            long available,
            @Nullable VoucherAnswer voucher) {

        /** Null if the account has no such hold. */
        static @Nullable HoldAnswer find(LoyaltyAccount account, HoldId id) {
            Hold hold = account.holds().get(id.toString());
            return hold == null ? null : of(account, id, hold);
        }

        /** Right after a command that was accepted for it. */
        static HoldAnswer of(LoyaltyAccount account, HoldId id) {
            return Objects.requireNonNull(find(account, id), "what was accepted is there");
        }

        private static HoldAnswer of(LoyaltyAccount account, HoldId id, Hold hold) {
            return new HoldAnswer(
                    hold.holdId(),
                    id.customer().customerId(),
                    word(hold.status()),
                    hold.purse(),
                    hold.points(),
                    OrderAnswer.of(hold.order()),
                    hold.reward(),
                    hold.until(),
                    hold.ruleVersion(),
                    hold.returned(),
                    account.purse(hold.purse()).available(),
                    hold.voucherIn(account).map(VoucherAnswer::of).orElse(null));
        }
    }

    /**
     * @param status {@code usable}, {@code reserved}, {@code redeemed} or {@code expired}
     * @param validUntil the first moment at which it cannot be used any more
     * @param order the one that keeps it aside or used it
     */
    record VoucherAnswer(
            String id,
            String reward,
            MoneyAnswer value,
            String status,
            Instant validUntil,
            @Nullable OrderAnswer order,
            @Nullable Instant reservedUntil) {

        static VoucherAnswer of(Voucher voucher) {
            return new VoucherAnswer(
                    voucher.voucherId(),
                    voucher.reward(),
                    MoneyAnswer.of(voucher.value()),
                    word(voucher.status()),
                    voucher.expires(),
                    OrderAnswer.of(voucher.order()),
                    voucher.reservedUntil());
        }

        /** Right after a command that was accepted for it. */
        static VoucherAnswer of(LoyaltyAccount account, String id) {
            return of(Objects.requireNonNull(account.vouchers().get(id), "what was accepted is there"));
        }
    }

    /** Those that can be used first, by their last day. */
    record Vouchers(String customerId, List<VoucherAnswer> items) {

        static Vouchers of(String customerId, LoyaltyAccount account) {
            return new Vouchers(
                    customerId,
                    account.vouchers().values().stream()
                            .sorted(Comparator.comparing(Voucher::status)
                                    .thenComparing(Voucher::expires)
                                    .thenComparing(Voucher::voucherId))
                            .map(VoucherAnswer::of)
                            .toList());
        }
    }

    private static String word(Enum<?> status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
