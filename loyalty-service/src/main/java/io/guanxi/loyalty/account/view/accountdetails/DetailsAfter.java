package io.guanxi.loyalty.account.view.accountdetails;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.loyalty.account.domain.Fact;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsEarned;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsReversedByCancellation;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsReversedByReturn;
import io.guanxi.loyalty.account.domain.TierEvent;
import io.guanxi.loyalty.account.domain.TierStanding;
import io.guanxi.loyalty.account.domain.VoucherEvent;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Move;
import io.guanxi.loyalty.account.view.accountdetails.AccountDetails.Floor;
import io.guanxi.loyalty.account.view.accountdetails.AccountDetails.Purse;
import io.guanxi.loyalty.account.view.accountdetails.AccountDetails.Tier;
import io.guanxi.loyalty.account.view.accountdetails.AccountDetails.UsableVoucher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The document of before on its way to the one after an event. */
final class DetailsAfter {

    private final AccountDetails before;

    private long earned;

    private long reversed;

    private long entries;

    private Map<String, Purse> purses;

    private @Nullable Tier tier;

    private @Nullable String grade;

    private @Nullable String family;

    private List<UsableVoucher> vouchers;

    private Endings endings;

    private Instant updatedAt;

    DetailsAfter(AccountDetails before) {
        this.before = before;
        earned = before.earned();
        reversed = before.reversed();
        entries = before.entries();
        purses = before.purses();
        tier = before.tier();
        grade = before.grade();
        family = before.family();
        vouchers = before.vouchers();
        endings = before.endings();
        updatedAt = before.updatedAt();
    }

    static AccountDetails opening(String customerId, Instant at, long version) {
        return new AccountDetails(
                customerId, 0, 0, 0, 0, Map.of(), null, null, null, List.of(), Endings.NONE, at, at, version);
    }

    AccountDetails event(LoyaltyEvent event, Instant at, long version) {
        switch (event) {
            case LoyaltyEvent.AccountOpened e -> {}
            case LoyaltyEvent.DueSet e -> {}
            case Fact e -> fact(e);
            case LedgerEntry e -> entry(e, at);
            case TierEvent e -> tier = tier(e.standing());
            case VoucherEvent e -> voucher(e);
        }
        return new AccountDetails(
                before.customerId(),
                purses.getOrDefault(LedgerEntry.MAIN_PURSE, Purse.EMPTY).available(),
                earned,
                reversed,
                entries,
                purses,
                tier,
                grade,
                family,
                vouchers,
                endings,
                before.openedAt(),
                updatedAt,
                version);
    }

    private void fact(Fact fact) {
        if (fact instanceof Fact.GradeNoted noted) {
            grade = noted.grade();
        } else if (fact instanceof Fact.FamilyJoined joined) {
            family = CustomerKey.parse(joined.family()).customerId();
        } else if (fact instanceof Fact.FamilyLeft) {
            family = null;
        }
    }

    private void entry(LedgerEntry entry, Instant at) {
        entries++;
        updatedAt = at.isAfter(updatedAt) ? at : updatedAt;
        var all = new TreeMap<>(purses);
        Purse purse = all.merge(entry.purse(), change(entry), DetailsAfter::sum);
        purses = all;
        if (entry.purse().equals(LedgerEntry.MAIN_PURSE)) {
            earned += entry instanceof PointsEarned ? pointsIn(entry) : 0;
            reversed += isReversal(entry) ? pointsOut(entry) : 0;
            endings = endings.after(entry, at, purse.isEmpty());
        }
    }

    private static boolean isReversal(LedgerEntry entry) {
        return entry instanceof PointsReversedByReturn || entry instanceof PointsReversedByCancellation;
    }

    private static Purse change(LedgerEntry entry) {
        return new Purse(
                entry.change(),
                entry.changeOf(Bucket.PENDING),
                entry.changeOf(Bucket.HELD),
                entry.debtChange(),
                pointsIn(entry),
                pointsOut(entry));
    }

    private static Purse sum(Purse one, Purse other) {
        return new Purse(
                one.available() + other.available(),
                one.pending() + other.pending(),
                one.held() + other.held(),
                one.debt() + other.debt(),
                one.given() + other.given(),
                one.used() + other.used());
    }

    private static long pointsIn(LedgerEntry entry) {
        return entry.moves().stream()
                .filter(move -> move.from() == Bucket.OUTSIDE)
                .mapToLong(Move::points)
                .sum();
    }

    private static long pointsOut(LedgerEntry entry) {
        return entry.moves().stream()
                .filter(move -> move.to() == Bucket.OUTSIDE)
                .mapToLong(Move::points)
                .sum();
    }

    private static Tier tier(TierStanding standing) {
        TierStanding.Floor floor = standing.floor();
        return new Tier(
                standing.tier(),
                standing.earned(),
                standing.since(),
                standing.review(),
                standing.grace(),
                floor == null ? null : new Floor(floor.tier(), floor.reason(), floor.until()));
    }

    private void voucher(VoucherEvent event) {
        var all = new ArrayList<>(vouchers);
        if (event instanceof VoucherEvent.VoucherIssued e) {
            all.add(new UsableVoucher(e.voucherId(), e.reward(), e.value(), e.expires(), null, null));
        } else if (event instanceof VoucherEvent.VoucherReserved e) {
            all.replaceAll(voucher -> voucher.voucherId().equals(e.voucherId()) ? reserved(voucher, e) : voucher);
        } else if (event instanceof VoucherEvent.VoucherReleased e) {
            all.replaceAll(voucher -> voucher.voucherId().equals(e.voucherId()) ? free(voucher) : voucher);
        } else {
            all.removeIf(voucher -> voucher.voucherId().equals(event.voucherId()));
        }
        vouchers = all;
    }

    private static UsableVoucher reserved(UsableVoucher voucher, VoucherEvent.VoucherReserved e) {
        return new UsableVoucher(
                voucher.voucherId(), voucher.reward(), voucher.value(), voucher.expires(), e.order(), e.until());
    }

    private static UsableVoucher free(UsableVoucher voucher) {
        return new UsableVoucher(voucher.voucherId(), voucher.reward(), voucher.value(), voucher.expires(), null, null);
    }
}
