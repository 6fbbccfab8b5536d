package io.guanxi.loyalty.account.audit;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.loyalty.account.audit.AuditReport.Check;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsEarned;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsReversedByCancellation;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsReversedByReturn;
import io.guanxi.loyalty.account.domain.PurseStanding;
import io.guanxi.loyalty.account.domain.TierStanding;
import io.guanxi.loyalty.account.domain.Voucher;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.view.accountdetails.AccountDetails;
import io.guanxi.loyalty.account.view.accountdetails.AccountDetails.Purse;
import io.guanxi.loyalty.account.view.accountdetails.AccountDetails.Tier;
import io.guanxi.loyalty.account.view.accountdetails.Endings;
import io.guanxi.loyalty.account.view.accountdetails.Endings.Expiry;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account at a glance follows from its log.
 *
 * @param log the events that it has seen
 */
record DetailsChecks(List<LoyaltyEvent> log) {

    void addTo(List<Check> checks, AccountDetails details) {
        LoyaltyAccount then = Fold.of(log).account();
        checks.add(new Check("details-balance", then.balance(), details.balance()));
        checks.add(new Check("details-earned", moved(PointsEarned.class), details.earned()));
        checks.add(new Check(
                "details-reversed",
                -moved(PointsReversedByReturn.class) - moved(PointsReversedByCancellation.class),
                details.reversed()));
        checks.add(new Check("details-entries", entries(LedgerEntry.class).count(), details.entries()));
        checks.add(new Check("details-purses-that-differ", 0, differingPurses(then, details)));
        checks.add(new Check("details-tiers-that-differ", 0, same(then.tier(), details.tier()) ? 0 : 1));
        checks.add(new Check("details-profiles-that-differ", 0, sameProfile(then, details) ? 0 : 1));
        checks.add(new Check(
                "details-vouchers", usableVouchers(then), details.vouchers().size()));
        if (!details.endings().incomplete()) {
            checks.add(new Check(
                    "details-points-that-end-next",
                    Endings.nextOf(then).map(Expiry::points).orElse(0L),
                    details.endings().next().map(Expiry::points).orElse(0L)));
        }
    }

    /** What such lines added to the main purse, or took. */
    private long moved(Class<? extends LedgerEntry> kind) {
        return entries(kind)
                .filter(entry -> entry.purse().equals(LedgerEntry.MAIN_PURSE))
                .mapToLong(entry -> -entry.changeOf(Bucket.OUTSIDE))
                .sum();
    }

    private Stream<LedgerEntry> entries(Class<? extends LedgerEntry> kind) {
        return log.stream().filter(kind::isInstance).map(LedgerEntry.class::cast);
    }

    private static long differingPurses(LoyaltyAccount then, AccountDetails details) {
        var codes = new TreeSet<>(then.purses().keySet());
        codes.addAll(details.purses().keySet());
        return codes.stream()
                .filter(code -> !same(then.purse(code), details.purse(code)))
                .count();
    }

    private static boolean same(PurseStanding then, Purse shown) {
        return then.available() == shown.available()
                && then.pending() == shown.pending()
                && then.held() == shown.held()
                && then.debt() == shown.debt()
                && then.given() == shown.given()
                && then.used() == shown.used();
    }

    private static boolean same(@Nullable TierStanding then, @Nullable Tier shown) {
        if (then == null || shown == null) {
            return then == null && shown == null;
        }
        return then.tier().equals(shown.code())
                && then.earned().equals(shown.earned())
                && Objects.equals(then.review(), shown.review())
                && Objects.equals(then.grace(), shown.grace());
    }

    private static boolean sameProfile(LoyaltyAccount then, AccountDetails details) {
        String family = then.profile().family();
        return Objects.equals(then.profile().grade(), details.grade())
                && Objects.equals(
                        family == null ? null : CustomerKey.parse(family).customerId(), details.family());
    }

    private static long usableVouchers(LoyaltyAccount then) {
        return then.vouchers().values().stream()
                .filter(voucher ->
                        voucher.status() == Voucher.Status.USABLE || voucher.status() == Voucher.Status.RESERVED)
                .count();
    }
}
