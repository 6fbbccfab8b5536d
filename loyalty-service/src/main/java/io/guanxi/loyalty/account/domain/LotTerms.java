package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.MaturityRule;
import io.guanxi.loyalty.programme.domain.PurseRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From when and until when points can be used, by the rules that hold when they are made. */
final class LotTerms {

    private LotTerms() {}

    static Lot ofOrder(String id, Instant paid, @Nullable Instant delivered, PurseRules purse, ZoneId zone) {
        MaturityRule maturity = purse.maturity();
        boolean waitsForDelivery = maturity.after() == MaturityRule.Start.DELIVERED;
        Instant matures = waitsForDelivery
                ? earlier(daysAfter(delivered, maturity.days()), daysAfter(paid, maturity.atLatestDays()))
                : paid.plus(Duration.ofDays(maturity.days()));
        return lot(id, paid, matures, waitsForDelivery ? maturity.days() : null, purse.expiry(), purse, zone);
    }

    /** Points that no order makes can be used at once. */
    static Lot ofGift(String id, Instant given, PurseRules purse, ZoneId zone) {
        return lot(id, given, null, null, purse.expiry(), purse, zone);
    }

    private static Lot lot(
            String id,
            Instant since,
            @Nullable Instant matures,
            @Nullable Integer daysAfterDelivery,
            ExpiryRule expiry,
            PurseRules purse,
            ZoneId zone) {
        Lot.IdleExpiry idle =
                expiry.kind() == ExpiryRule.Kind.INACTIVITY ? new Lot.IdleExpiry(expiry.months(), zone) : null;
        return new Lot(id, purse.code(), since, matures, daysAfterDelivery, end(expiry, since, zone), idle);
    }

    /** Where points of this lot go when they are made. */
    static Bucket bucket(Lot lot, Instant at) {
        boolean waits = lot.matures() == null
                ? lot.daysAfterDelivery() != null
                : lot.matures().isAfter(at);
        return waits ? Bucket.PENDING : Bucket.AVAILABLE;
    }

    /** The first moment after the last day; null if there is none that a date says. */
    static @Nullable Instant end(ExpiryRule expiry, Instant since, ZoneId zone) {
        LocalDate day = since.atZone(zone).toLocalDate();
        LocalDate last = switch (expiry.kind()) {
            case NEVER, INACTIVITY -> null;
            case ROLLING -> day.plusMonths(expiry.months());
            case FIXED -> fixed(Objects.requireNonNull(expiry.day(), "a fixed expiry has a day"), expiry.years(), day);
        };
        return last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The 29th of February is the 28th where there is none. */
    private static LocalDate fixed(MonthDay end, int years, LocalDate day) {
        LocalDate thisYear = end.atYear(day.getYear());
        int first = thisYear.isBefore(day) ? day.getYear() + 1 : day.getYear();
        return end.atYear(first + years);
    }

    private static @Nullable Instant daysAfter(@Nullable Instant start, @Nullable Integer days) {
        return start == null || days == null ? null : start.plus(Duration.ofDays(days));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
