package io.guanxi.loyalty.account.explain;

import static io.guanxi.loyalty.account.domain.EarningPolicy.A_CANCELLED_ORDER_EARNS_NOTHING;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.CheckoutEntry;
import io.guanxi.loyalty.account.domain.GiftEntry;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.OrderEntry;
import io.guanxi.loyalty.account.domain.OrderEntry.CancellationNoted;
import io.guanxi.loyalty.account.domain.OrderEntry.EarningCorrected;
import io.guanxi.loyalty.account.domain.OrderEntry.NothingEarned;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsEarned;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsReversedByCancellation;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsReversedByReturn;
import io.guanxi.loyalty.account.domain.OrderEntry.RefundCarriedForward;
import io.guanxi.loyalty.account.domain.RefundShare;
import io.guanxi.loyalty.account.domain.TermShare;
import io.guanxi.loyalty.account.domain.TimeEntry;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.explain.Explanation.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calculation of an entry, from what was said to what it made of the balance. */
final class EntrySteps {

    private static final String POINTS = "points";

    private EntrySteps() {}

    static List<Step> of(LedgerEntry entry) {
        var steps = new ArrayList<>(before(entry));
        steps.add(points("change", entry.change()));
        other(steps, "pending", entry.changeOf(Bucket.PENDING));
        other(steps, "held", entry.changeOf(Bucket.HELD));
        other(steps, "debt", entry.debtChange());
        steps.add(points("balance", entry.balance()));
        return steps;
    }

    private static void other(List<Step> steps, String name, long change) {
        if (change != 0) {
            steps.add(points(name, change));
        }
    }

    private static List<Step> before(LedgerEntry entry) {
        return switch (entry) {
            case OrderEntry e -> order(e);
            case TimeEntry e -> List.of(points(POINTS, e.points()));
            case CheckoutEntry e -> List.of(points(POINTS, e.points()));
            case GiftEntry e -> List.of();
        };
    }

    private static List<Step> order(OrderEntry entry) {
        return switch (entry) {
            case PointsEarned e -> earning(e.paid(), e.rule().rate(), e.terms());
            case NothingEarned e ->
                earning(
                        e.paid(),
                        e.becauseOf(A_CANCELLED_ORDER_EARNS_NOTHING)
                                ? null
                                : e.rule().rate(),
                        e.terms());
            case PointsReversedByReturn e -> sharing(e.share());
            case RefundCarriedForward e -> sharing(e.share());
            case PointsReversedByCancellation e ->
                List.of(points("earned", e.earning().points()), points("reversed-before", e.reversedBefore()));
            case CancellationNoted e -> List.of();
            case EarningCorrected e ->
                List.of(
                        points("earned", e.before()),
                        points("should-have-earned", e.after()),
                        points("reversed", e.reversed()));
        };
    }

    private static List<Step> earning(Money paid, @Nullable BigDecimal rate, List<TermShare> terms) {
        var steps = new ArrayList<Step>();
        steps.add(money("paid", paid.amount(), paid.currency()));
        if (rate != null) {
            steps.add(new Step("rate", rate.toPlainString(), "points per " + paid.currency()));
            steps.add(new Step("paid-times-rate", Calculation.product(paid, rate), POINTS));
        } else {
            terms.forEach(term ->
                    steps.add(new Step("term-" + term.term(), term.points().toPlainString(), POINTS)));
        }
        return steps;
    }

    private static List<Step> sharing(RefundShare share) {
        String currency = share.paid().currency();
        return List.of(
                points("earned", share.earning().points()),
                money("paid", share.paid().amount(), currency),
                money("refund", share.refund().amount(), currency),
                money("refunded-so-far", share.refundedSoFar(), currency),
                new Step("earned-times-refunded-by-paid", Calculation.quotient(share), POINTS),
                points("due", share.due()),
                points("reversed-before", share.reversedBefore()));
    }

    private static Step money(String name, BigDecimal amount, String currency) {
        return new Step(name, amount.toPlainString(), currency);
    }

    private static Step points(String name, long points) {
        return new Step(name, Long.toString(points), POINTS);
    }
}
