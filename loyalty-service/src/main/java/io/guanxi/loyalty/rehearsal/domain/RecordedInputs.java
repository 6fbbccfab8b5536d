package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.loyalty.account.domain.CheckoutEntry;
import io.guanxi.loyalty.account.domain.Fact;
import io.guanxi.loyalty.account.domain.GiftEntry;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.AdvanceTime;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.AccountOpened;
import io.guanxi.loyalty.account.domain.OrderEntry;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.account.domain.TierEvent;
import io.guanxi.loyalty.account.domain.TierEvent.TierFloorChanged;
import io.guanxi.loyalty.account.domain.TierStanding;
import io.guanxi.loyalty.account.domain.TimeEntry;
import io.guanxi.loyalty.account.domain.VoucherEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds again what an account was told and asked, in the order in which it took place. What the account made of it is left
 * out, and so is what time did: both happen again by themselves.
 *
 * <p>A repeated or refused command has left nothing, and has nothing to repeat.
 */
public final class RecordedInputs {

    /** Who lifted a floor and why is not in the event, and plays no part in what comes of it. */
    private static final String UNSAID = "";

    /** How the causes of everything begin that no command asked for. */
    private static final String TIME = "time:";

    private final String account;
    private final CorrectedOrders corrected;
    private final List<LoyaltyCommand> inputs = new ArrayList<>();

    /** By when everything has happened that the inputs so far bring about. */
    private Instant done = Instant.MIN;

    /** What the latest cancellation of an order came from; other events with this cause follow from it. */
    private String cancellation = UNSAID;

    private RecordedInputs(String account, CorrectedOrders corrected) {
        this.account = account;
        this.corrected = corrected;
    }

    /**
     * @param account tenant and customer, as {@code tenant/customerId}
     * @param all all events of the account, in their order
     * @param from the index of the first event whose cause is asked for
     * @param until the index of the first event after them
     */
    public static List<LoyaltyCommand> of(String account, List<RecordedChange> all, int from, int until) {
        var found = new RecordedInputs(account, new CorrectedOrders(account, all));
        all.subList(from, until).forEach(found::add);
        return found.inputs;
    }

    /** What time did happens again by itself; but who looked then knew what was known then, so somebody looks again. */
    private void add(RecordedChange change) {
        LoyaltyCommand input = input(change);
        if (input == null && isOfTime(change.event()) && change.at().isAfter(done)) {
            input = new AdvanceTime(account, stamp(change, TIME));
        }
        if (input != null) {
            inputs.add(input);
            done = change.at();
        }
    }

    private static boolean isOfTime(LoyaltyEvent event) {
        return switch (event) {
            case AccountOpened e -> false;
            case LoyaltyEvent.DueSet e -> false;
            case Fact e -> e.cause().startsWith(TIME);
            case LedgerEntry e -> e.cause().startsWith(TIME);
            case TierEvent e -> e.cause().startsWith(TIME);
            case VoucherEvent e -> e.cause().startsWith(TIME);
        };
    }

    /** Null if the event follows from something else. */
    private @Nullable LoyaltyCommand input(RecordedChange change) {
        return switch (change.event()) {
            case AccountOpened e ->
                e.order() == null ? null : new LoyaltyCommand.NoteOrder(account, e.order(), stamp(change, e.cause()));
            case LoyaltyEvent.DueSet e -> null;
            case Fact e -> input(e, stamp(change, e.cause()));
            case LedgerEntry e -> input(e, change);
            case TierEvent e -> e instanceof TierFloorChanged floor ? floor(floor, stamp(change, e.cause())) : null;
            case VoucherEvent e ->
                RecordedCheckouts.input(account, e, e.cause().equals(cancellation), stamp(change, e.cause()));
        };
    }

    private static Stamp stamp(RecordedChange change, String cause) {
        return new Stamp(cause, change.at(), change.recorded());
    }

    private @Nullable LoyaltyCommand input(Fact fact, Stamp stamp) {
        return switch (fact) {
            case Fact.PaymentNoted e -> new LoyaltyCommand.EarnForPayment(account, e.facts(), stamp);
            case Fact.DeliveryNoted e -> new LoyaltyCommand.NoteDelivery(account, e.order(), e.delivered(), stamp);
            case Fact.ReturnNoted e ->
                new LoyaltyCommand.ReverseForReturn(account, e.order(), e.returnId(), e.refund(), stamp);
            case Fact.PaidOrderCancelled e -> cancelled(e.order(), stamp);
            case Fact.GradeNoted e -> new LoyaltyCommand.NoteGrade(account, e.grade(), stamp);
            case Fact.ReferralClaimed e -> null;
            case Fact.ReferralBecameFinal e -> null;
            case Fact.ReferralConfirmed e -> new LoyaltyCommand.ConfirmReferral(account, e.findings(), stamp);
            case Fact.ReferralRefused e -> new LoyaltyCommand.RefuseReferral(account, e.findings(), stamp);
            case Fact.FamilyJoined e -> new LoyaltyCommand.JoinFamily(account, e.family(), stamp);
            case Fact.FamilyLeft e -> new LoyaltyCommand.LeaveFamily(account, e.family(), stamp);
        };
    }

    private @Nullable LoyaltyCommand input(LedgerEntry entry, RecordedChange change) {
        Stamp stamp = stamp(change, entry.cause());
        return switch (entry) {
            case OrderEntry e -> e.at() == null ? fromBeforeFacts(e, stamp) : input(e, stamp);
            case TimeEntry e -> null;
            case CheckoutEntry e -> RecordedCheckouts.input(account, e, stamp);
            case GiftEntry e -> RecordedGifts.input(account, e, stamp);
        };
    }

    private @Nullable LoyaltyCommand input(OrderEntry entry, Stamp stamp) {
        return switch (entry) {
            case OrderEntry.CancellationNoted e -> cancelled(e.order(), stamp);
            case OrderEntry.EarningCorrected e -> corrected.input(e, stamp);
            case OrderEntry.PointsEarned e -> null;
            case OrderEntry.NothingEarned e -> null;
            case OrderEntry.PointsReversedByReturn e -> null;
            case OrderEntry.RefundCarriedForward e -> null;
            case OrderEntry.PointsReversedByCancellation e -> null;
        };
    }

    /** The oldest entries are all that is known of their orders. */
    private LoyaltyCommand fromBeforeFacts(OrderEntry entry, Stamp stamp) {
        return switch (entry) {
            case OrderEntry.PointsEarned e ->
                new LoyaltyCommand.EarnForPayment(account, OrderFacts.of(e.order(), e.paid(), stamp.at()), stamp);
            case OrderEntry.NothingEarned e ->
                new LoyaltyCommand.EarnForPayment(account, OrderFacts.of(e.order(), e.paid(), stamp.at()), stamp);
            case OrderEntry.PointsReversedByReturn e ->
                new LoyaltyCommand.ReverseForReturn(
                        account, e.order(), e.returnId(), e.share().refund(), stamp);
            case OrderEntry.RefundCarriedForward e ->
                new LoyaltyCommand.ReverseForReturn(
                        account, e.order(), e.returnId(), e.share().refund(), stamp);
            case OrderEntry.PointsReversedByCancellation e -> cancelled(e.order(), stamp);
            case OrderEntry.CancellationNoted e -> cancelled(e.order(), stamp);
            case OrderEntry.EarningCorrected e ->
                throw new IllegalStateException(
                        "entry " + e.entryId() + " has no time (expected: every correction has)");
        };
    }

    /** A floor that has ended was time's doing. */
    private @Nullable LoyaltyCommand floor(TierFloorChanged e, Stamp stamp) {
        TierStanding.Floor floor = e.standing().floor();
        if (floor != null) {
            return new LoyaltyCommand.SetTierFloor(
                    account, floor.tier(), floor.reason(), floor.person(), floor.until(), stamp);
        }
        return e.reason() == TierEvent.Reason.FLOOR_LIFTED
                ? new LoyaltyCommand.LiftTierFloor(account, UNSAID, UNSAID, stamp)
                : null;
    }

    private LoyaltyCommand cancelled(OrderRef order, Stamp stamp) {
        cancellation = stamp.cause();
        return new LoyaltyCommand.ReverseForCancellation(account, order, stamp);
    }
}
