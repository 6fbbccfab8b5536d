package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.CheckoutRejection.HoldEndsInThePast;
import io.guanxi.loyalty.account.domain.CheckoutRejection.OrderIsCancelled;
import io.guanxi.loyalty.account.domain.CheckoutRejection.VoucherHasExpired;
import io.guanxi.loyalty.account.domain.CheckoutRejection.VoucherIsReserved;
import io.guanxi.loyalty.account.domain.CheckoutRejection.VoucherIsUnknown;
import io.guanxi.loyalty.account.domain.CheckoutRejection.VoucherIsUsed;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.RedeemVoucher;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReleaseVoucher;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReserveVoucher;
import io.guanxi.loyalty.account.domain.VoucherEvent.VoucherRedeemed;
import io.guanxi.loyalty.account.domain.VoucherEvent.VoucherReleased;
import io.guanxi.loyalty.account.domain.VoucherEvent.VoucherReserved;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A voucher pays for one order, which may keep it aside before. A basket that keeps one aside also keeps it from ending. */
final class UsingVouchers {

    private UsingVouchers() {}

    static @Nullable LoyaltyRejection reserve(Unfolding course, ReserveVoucher c, Instant at) {
        Voucher voucher = course.account().vouchers().get(c.voucherId());
        LoyaltyRejection refusal = refusal(course, voucher, c.voucherId(), c.order());
        if (refusal != null || isFor(voucher, c.order())) {
            return refusal;
        }
        Instant longest = at.plus(
                course.book().inForce(at, c.stamp().known()).rules().holds().longest());
        Instant until = c.until().isBefore(longest) ? c.until() : longest;
        if (!until.isAfter(at)) {
            return new HoldEndsInThePast(until, at);
        }
        course.then(
                new VoucherReserved(c.voucherId(), c.order(), until, c.stamp().cause(), at));
        return null;
    }

    static @Nullable LoyaltyRejection redeem(Unfolding course, RedeemVoucher c, Instant at) {
        Voucher voucher = course.account().vouchers().get(c.voucherId());
        LoyaltyRejection refusal = refusal(course, voucher, c.voucherId(), c.order());
        if (refusal == null && voucher != null && voucher.status() != Voucher.Status.REDEEMED) {
            course.then(new VoucherRedeemed(
                    c.voucherId(),
                    voucher.reward(),
                    voucher.value(),
                    c.order(),
                    c.stamp().cause(),
                    at));
        }
        return refusal;
    }

    static @Nullable LoyaltyRejection release(Unfolding course, ReleaseVoucher c, Instant at) {
        Voucher voucher = course.account().vouchers().get(c.voucherId());
        if (voucher == null) {
            return new VoucherIsUnknown(c.voucherId());
        }
        return switch (voucher.status()) {
            case RESERVED -> {
                if (c.order() != null && !isFor(voucher, c.order())) {
                    yield new VoucherIsReserved(c.voucherId());
                }
                course.then(new VoucherReleased(c.voucherId(), false, c.stamp().cause(), at));
                yield null;
            }
            case USABLE, EXPIRED -> null;
            case REDEEMED -> new VoucherIsUsed(c.voucherId());
        };
    }

    /** What the cancelled order used or kept aside can be used in another, if its time is not over. */
    static void ofCancelled(Unfolding course, OrderRef order, String cause, Instant at) {
        List<Voucher> used = course.account().vouchers().values().stream()
                .filter(voucher -> isFor(voucher, order))
                .sorted(Comparator.comparing(Voucher::voucherId))
                .toList();
        for (Voucher voucher : used) {
            course.then(new VoucherReleased(voucher.voucherId(), false, cause, at));
        }
    }

    private static boolean isFor(@Nullable Voucher voucher, OrderRef order) {
        return voucher != null && order.equals(voucher.order());
    }

    /** Null if this order can use it or has done so. */
    private static @Nullable LoyaltyRejection refusal(
            Unfolding course, @Nullable Voucher voucher, String id, OrderRef order) {
        if (voucher == null) {
            return new VoucherIsUnknown(id);
        }
        if (course.account().order(order).cancelled()) {
            return new OrderIsCancelled(order);
        }
        return switch (voucher.status()) {
            case USABLE -> null;
            case RESERVED -> isFor(voucher, order) ? null : new VoucherIsReserved(id);
            case REDEEMED -> isFor(voucher, order) ? null : new VoucherIsUsed(id);
            case EXPIRED -> new VoucherHasExpired(id, voucher.expires());
        };
    }
}
