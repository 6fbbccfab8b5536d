package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.lots.Clock;
import io.guanxi.loyalty.account.domain.lots.LotStanding;
import io.guanxi.loyalty.account.domain.lots.PersistentMap;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When the next thing happens on an account by itself. */
final class Due {

    private Due() {}

    /** When a basket lets points go. */
    static final Function<Hold, Map<Clock, Instant>> HOLDS =
            hold -> hold.status() == Hold.Status.OPEN ? Map.of(Clock.CALENDAR, hold.until()) : Map.of();

    /** When a voucher is free again, or ends. */
    static final Function<Voucher, Map<Clock, Instant>> VOUCHERS = Due::moments;

    /** Null if nothing will. */
    static @Nullable Instant next(LoyaltyAccount account) {
        return Stream.of(
                        Stream.of(
                                        account.lots().earliest(),
                                        PersistentMap.of(account.holds()).earliest(),
                                        PersistentMap.of(account.vouchers()).earliest())
                                .flatMap(moments -> times(account, moments)),
                        tier(account),
                        referral(account))
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** The lots of which points mature or end by then, in a stable order, and some others. */
    static Stream<LotStanding> lots(LoyaltyAccount account, Instant due) {
        return account.lots()
                .near(soon(account, due))
                .sorted(Comparator.comparing(lot -> lot.lot().id()));
    }

    /** The holds that end by then, in a stable order, and some others. */
    static Stream<Hold> holds(LoyaltyAccount account, Instant due) {
        return PersistentMap.of(account.holds()).near(soon(account, due)).sorted(Comparator.comparing(Hold::holdId));
    }

    /** The vouchers to which anything happens by then, in a stable order, and some others. */
    static Stream<Voucher> vouchers(LoyaltyAccount account, Instant due) {
        return PersistentMap.of(account.vouchers())
                .near(soon(account, due))
                .sorted(Comparator.comparing(Voucher::voucherId));
    }

    private static Predicate<Map<Clock, Instant>> soon(LoyaltyAccount account, Instant due) {
        return moments -> times(account, moments).anyMatch(time -> !time.isAfter(due));
    }

    private static Stream<Instant> times(LoyaltyAccount account, Map<Clock, Instant> moments) {
        return moments.entrySet().stream().map(each -> {
            Clock clock = each.getKey();
            Instant lastUse = clock.purse() == null
                    ? Instant.EPOCH
                    : account.purse(clock.purse()).lastUse();
            return clock.time(each.getValue(), lastUse);
        });
    }

    static boolean isOver(@Nullable Instant end, Instant now) {
        return end != null && !end.isAfter(now);
    }

    static @Nullable Instant endOf(LoyaltyAccount account, LotStanding lot) {
        return lot.lot().ends(account.purse(lot.lot().purse()).lastUse());
    }

    private static Map<Clock, Instant> moments(Voucher voucher) {
        Instant next = switch (voucher.status()) {
            case USABLE -> voucher.expires();
            case RESERVED -> voucher.reservedUntil();
            case REDEEMED, EXPIRED -> null;
        };
        return next == null ? Map.of() : Map.of(Clock.CALENDAR, next);
    }

    private static Stream<@Nullable Instant> tier(LoyaltyAccount account) {
        TierStanding tier = account.tier();
        if (tier == null) {
            return Stream.empty();
        }
        TierStanding.Floor floor = tier.floor();
        return Stream.of(tier.grace() == null ? tier.review() : tier.grace(), floor == null ? null : floor.until());
    }

    private static Stream<@Nullable Instant> referral(LoyaltyAccount account) {
        Profile.Referral referral = account.profile().referral();
        if (referral == null || referral.status() != Profile.Referral.Status.CLAIMED) {
            return Stream.empty();
        }
        return Stream.ofNullable(Referrals.finalAt(account, referral));
    }
}
