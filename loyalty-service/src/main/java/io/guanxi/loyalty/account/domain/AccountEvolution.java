package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.CheckoutEntry.HoldReleased;
import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsHeld;
import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsReturned;
import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsSpent;
import io.guanxi.loyalty.account.domain.GiftEntry.BonusGranted;
import io.guanxi.loyalty.account.domain.GiftEntry.GoodwillGranted;
import io.guanxi.loyalty.account.domain.GiftEntry.PointsAdjusted;
import io.guanxi.loyalty.account.domain.GiftEntry.PointsReceived;
import io.guanxi.loyalty.account.domain.GiftEntry.PointsSent;
import io.guanxi.loyalty.account.domain.GiftEntry.TransferDeclined;
import io.guanxi.loyalty.account.domain.GiftEntry.TransferTakenBack;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.AccountOpened;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.DueSet;
import io.guanxi.loyalty.account.domain.OrderEntry.CancellationNoted;
import io.guanxi.loyalty.account.domain.OrderEntry.EarningCorrected;
import io.guanxi.loyalty.account.domain.OrderEntry.NothingEarned;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsEarned;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsReversedByCancellation;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsReversedByReturn;
import io.guanxi.loyalty.account.domain.OrderEntry.RefundCarriedForward;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.domain.lots.Lots;
import io.guanxi.loyalty.account.domain.lots.Move;
import io.guanxi.loyalty.account.domain.lots.PersistentMap;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Folds an event into an account. What it does is for ever: events that were stored long ago must give the same account. */
final class AccountEvolution {

    private @Nullable String id;
    private Map<String, PurseStanding> purses;
    private Lots lots;
    private PersistentMap<OrderStanding> orders;
    private PersistentMap<Hold> holds;
    private PersistentMap<Voucher> vouchers;
    private @Nullable TierStanding tier;
    private Profile profile;
    private Tally tally;
    private PersistentMap<Boolean> done;
    private final Instant clock;
    private @Nullable Instant due;

    private AccountEvolution(LoyaltyAccount account, @Nullable Instant at) {
        id = account.id();
        purses = account.purses();
        lots = account.lots();
        orders = PersistentMap.of(account.orders());
        holds = PersistentMap.of(account.holds());
        vouchers = PersistentMap.of(account.vouchers());
        tier = account.tier();
        profile = account.profile();
        tally = account.tally();
        done = PersistentMap.of(account.done());
        clock = at == null ? account.clock() : account.timeOf(at);
        due = account.due();
    }

    static LoyaltyAccount evolve(LoyaltyAccount account, LoyaltyEvent event) {
        var next = new AccountEvolution(account, event.at());
        switch (event) {
            case AccountOpened opened -> next.id = opened.account();
            case DueSet set -> next.due = set.due();
            case Fact fact -> next.apply(fact);
            case LedgerEntry entry -> next.apply(entry);
            case TierEvent change -> next.tier = change.standing();
            case VoucherEvent change -> next.apply(change);
        }
        return new LoyaltyAccount(
                next.id,
                next.purses,
                next.lots,
                next.orders,
                next.holds,
                next.vouchers,
                next.tier,
                next.profile,
                next.tally,
                next.done,
                next.clock,
                next.due);
    }

    private void apply(Fact fact) {
        switch (fact) {
            case Fact.PaymentNoted e -> {
                OrderFacts facts = e.facts();
                put(
                        facts.order(),
                        order(facts.order()).paid(new OrderStanding.Payment(facts.paid(), facts.paidAt(), e.cause())));
                profile = profile.deliveredTo(facts.addressDigest());
            }
            case Fact.DeliveryNoted e -> deliver(e);
            case Fact.ReturnNoted e ->
                put(
                        e.order(),
                        order(e.order()).returned(e.returnId(), e.refund().amount()));
            case Fact.PaidOrderCancelled e -> put(e.order(), order(e.order()).asCancelled());
            case Fact.GradeNoted e -> profile = profile.graded(e.grade());
            case Fact.ReferralClaimed e ->
                profile = profile.referred(new Profile.Referral(
                        e.referrer(), e.order(), e.ruleVersion(), e.finalAfterDays(), Profile.Referral.Status.CLAIMED));
            case Fact.ReferralBecameFinal e -> referral(Profile.Referral.Status.FINAL);
            case Fact.ReferralConfirmed e -> referral(Profile.Referral.Status.CONFIRMED);
            case Fact.ReferralRefused e -> referral(Profile.Referral.Status.REFUSED);
            case Fact.FamilyJoined e -> {
                profile = profile.inFamily(e.family());
                done = done.with(Families.joining(e.family(), e.cause()), true);
            }
            case Fact.FamilyLeft e -> {
                profile = profile.inFamily(null);
                done = e.key() == null ? done : done.with(e.key(), true);
            }
        }
    }

    private void deliver(Fact.DeliveryNoted e) {
        OrderStanding order = order(e.order()).delivered(e.delivered());
        put(e.order(), order);
        for (OrderStanding.Earned earned : order.earned().values()) {
            for (String lot : earned.lots()) {
                lots = lots.delivered(lot, e.delivered());
            }
        }
    }

    private void referral(Profile.Referral.Status now) {
        Profile.Referral referral = profile.referral();
        if (referral != null) {
            profile = profile.referred(referral.now(now));
        }
    }

    private void apply(LedgerEntry entry) {
        for (Lot lot : entry.lots()) {
            lots = lots.opened(lot);
        }
        for (Move move : entry.moves()) {
            lots = lots.after(move);
        }
        var all = new TreeMap<>(purses);
        all.put(entry.purse(), purse(entry.purse()).after(entry, useBy(entry)));
        purses = all;
        switch (entry) {
            case OrderEntry e -> remember(e);
            case TimeEntry e -> {}
            case CheckoutEntry e -> remember(e);
            case GiftEntry e -> remember(e);
        }
    }

    /** Only what a customer does keeps points from ending by rest; what time or a person does to the account does not. */
    private Instant useBy(LedgerEntry entry) {
        boolean used = switch (entry) {
            case OrderEntry e -> e instanceof PointsEarned;
            case TimeEntry e -> false;
            case CheckoutEntry e -> e instanceof PointsSpent;
            case GiftEntry e -> e instanceof PointsSent || e instanceof PointsReceived;
        };
        Instant at = entry.at();
        return used && at != null ? at : Instant.EPOCH;
    }

    private void remember(OrderEntry entry) {
        OrderStanding order = order(entry.order());
        put(
                entry.order(),
                switch (entry) {
                    case PointsEarned e ->
                        payment(order, e.paid(), e.cause(), e.at())
                                .earning(
                                        e.purse(),
                                        e.entryId(),
                                        e.points(),
                                        e.rule().version());
                    case NothingEarned e ->
                        payment(order, e.paid(), e.cause(), e.at())
                                .earning(e.purse(), e.entryId(), 0, e.rule().version());
                    case PointsReversedByReturn e ->
                        order.returned(e.returnId(), e.share().refund().amount())
                                .reversing(e.purse(), e.points());
                    case RefundCarriedForward e ->
                        order.returned(e.returnId(), e.share().refund().amount());
                    case PointsReversedByCancellation e -> order.asCancelled().reversing(e.purse(), e.points());
                    case CancellationNoted e -> order.asCancelled();
                    case EarningCorrected e ->
                        order.correcting(
                                e.purse(),
                                e.entryId(),
                                e.after(),
                                e.reversed(),
                                e.rule().version(),
                                e.lot());
                });
        if (entry instanceof EarningCorrected) {
            done = done.with(entry.entryId(), true);
        }
    }

    /** The oldest entries had no payment noted before them. */
    private static OrderStanding payment(OrderStanding order, Money paid, String cause, @Nullable Instant at) {
        return order.paid(new OrderStanding.Payment(paid, Objects.requireNonNullElse(at, Instant.EPOCH), cause));
    }

    private void remember(CheckoutEntry entry) {
        switch (entry) {
            case PointsHeld e -> {
                holds = holds.with(
                        e.holdId(),
                        new Hold(
                                e.holdId(),
                                e.purse(),
                                e.points(),
                                e.order(),
                                e.reward(),
                                e.moves(),
                                e.until(),
                                e.ruleVersion(),
                                Hold.Status.OPEN,
                                0));
                countReward(e.reward(), 1);
            }
            case PointsSpent e -> holds = holds.with(e.holdId(), hold(e).now(Hold.Status.SPENT));
            case HoldReleased e -> {
                holds = holds.with(
                        e.holdId(), hold(e).now(e.timedOut() ? Hold.Status.TIMED_OUT : Hold.Status.RELEASED));
                countReward(e.reward(), -1);
            }
            case PointsReturned e -> {
                holds = holds.with(e.holdId(), hold(e).givenBack(e.points()));
                done = done.with(e.entryId(), true);
            }
        }
    }

    private void countReward(@Nullable String reward, int more) {
        if (reward != null) {
            profile = profile.rewarded(reward, more);
        }
    }

    private Hold hold(CheckoutEntry entry) {
        return Objects.requireNonNull(holds.get(entry.holdId()), "no hold " + entry.holdId());
    }

    private void remember(GiftEntry entry) {
        done = done.with(entry.entryId(), true);
        switch (entry) {
            case PointsSent e -> {
                if (!e.toFamily()) {
                    tally = tally.with(Tally.Kind.SENT, e.transferId(), e.at(), e.points());
                }
            }
            case TransferTakenBack e -> tally = tally.without(Tally.Kind.SENT, e.transferId());
            case GoodwillGranted e -> {
                tally = tally.with(Tally.Kind.GOODWILL, e.complaint(), e.at(), e.points());
                profile = profile.compensated(e.complaint());
            }
            case BonusGranted e -> {
                if (e.side() == GiftEntry.Side.REFERRER) {
                    tally = tally.with(Tally.Kind.REFERRAL, e.other(), e.at(), e.points());
                    profile = profile.brought(e.other());
                }
            }
            case PointsReceived e -> {}
            case TransferDeclined e -> {}
            case PointsAdjusted e -> {}
        }
    }

    private void apply(VoucherEvent event) {
        vouchers = vouchers.with(
                event.voucherId(),
                switch (event) {
                    case VoucherEvent.VoucherIssued e ->
                        new Voucher(
                                e.voucherId(), e.reward(), e.value(), e.expires(), Voucher.Status.USABLE, null, null);
                    case VoucherEvent.VoucherReserved e -> voucher(e).reserved(e.order(), e.until());
                    case VoucherEvent.VoucherReleased e -> voucher(e).released();
                    case VoucherEvent.VoucherRedeemed e -> voucher(e).redeemed(e.order());
                    case VoucherEvent.VoucherExpired e -> voucher(e).expired();
                });
    }

    private Voucher voucher(VoucherEvent event) {
        return Objects.requireNonNull(vouchers.get(event.voucherId()), "no voucher " + event.voucherId());
    }

    private OrderStanding order(OrderRef order) {
        return orders.getOrDefault(order.key(), OrderStanding.UNKNOWN);
    }

    private void put(OrderRef ref, OrderStanding order) {
        orders = orders.with(ref.key(), order);
    }

    private PurseStanding purse(String code) {
        return purses.getOrDefault(code, PurseStanding.EMPTY);
    }
}
