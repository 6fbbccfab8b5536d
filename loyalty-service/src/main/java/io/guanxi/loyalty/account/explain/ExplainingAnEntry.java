package io.guanxi.loyalty.account.explain;

import static io.guanxi.loyalty.account.domain.EarningPolicy.A_CANCELLED_ORDER_EARNS_NOTHING;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.AppliedRule;
import io.guanxi.loyalty.account.domain.Earning;
import io.guanxi.loyalty.account.domain.Finding;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.CancellationNoted;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.LedgerEntry;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.NothingEarned;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsEarned;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsReversedByCancellation;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsReversedByReturn;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.RefundCarriedForward;
import io.guanxi.loyalty.account.domain.RefundShare;
import io.guanxi.loyalty.account.explain.Explanation.Input;
import io.guanxi.loyalty.account.explain.Explanation.PolicyDecision;
import io.guanxi.loyalty.account.explain.Explanation.Rule;
import io.guanxi.loyalty.account.explain.Explanation.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Explains an entry from what was recorded in it. The rule that is in force now plays no part. */
public final class ExplainingAnEntry {

    private static final String POINTS = "points";

    private ExplainingAnEntry() {}

    public static Explanation explain(LedgerEntry entry) {
        return new Explanation(
                inputs(entry),
                rule(entry),
                steps(entry),
                entry.findings().stream().map(ExplainingAnEntry::policy).toList(),
                Language.inEach(wording -> wording.sentence(entry)));
    }

    private static List<Input> inputs(LedgerEntry entry) {
        return switch (entry) {
            case PointsEarned e -> List.of(new Input("payment", e.cause()));
            case NothingEarned e -> List.of(new Input("payment", e.cause()));
            case PointsReversedByReturn e -> List.of(payment(e.share().earning()), new Input("return", e.cause()));
            case RefundCarriedForward e -> List.of(payment(e.share().earning()), new Input("return", e.cause()));
            case PointsReversedByCancellation e -> List.of(payment(e.earning()), new Input("cancellation", e.cause()));
            case CancellationNoted e -> List.of(new Input("cancellation", e.cause()));
        };
    }

    private static Input payment(Earning earning) {
        return new Input("payment", earning.cause());
    }

    private static @Nullable Rule rule(LedgerEntry entry) {
        return switch (entry) {
            case PointsEarned e -> earningRule(e.rule(), e.paid());
            case NothingEarned e -> earningRule(e.rule(), e.paid());
            case PointsReversedByReturn e -> shareRule(e.share());
            case RefundCarriedForward e -> shareRule(e.share());
            case PointsReversedByCancellation e -> new Rule(e.earning().ruleVersion(), null, null, null);
            case CancellationNoted e -> null;
        };
    }

    private static Rule earningRule(AppliedRule rule, Money paid) {
        String rate = rule.rate() == null ? null : rule.rate().toPlainString();
        return new Rule(rule.version(), rate, paid.currency(), code(rule.rounding()));
    }

    private static Rule shareRule(RefundShare share) {
        return new Rule(share.earning().ruleVersion(), null, share.paid().currency(), code(share.rounding()));
    }

    private static List<Step> steps(LedgerEntry entry) {
        return switch (entry) {
            case PointsEarned e -> earning(e.paid(), e.rule().rate(), e);
            case NothingEarned e ->
                earning(
                        e.paid(),
                        e.becauseOf(A_CANCELLED_ORDER_EARNS_NOTHING)
                                ? null
                                : e.rule().rate(),
                        e);
            case PointsReversedByReturn e -> sharing(e.share(), e);
            case RefundCarriedForward e -> sharing(e.share(), e);
            case PointsReversedByCancellation e ->
                List.of(
                        points("earned", e.earning().points()),
                        points("reversed-before", e.reversedBefore()),
                        points("change", e.change()),
                        points("balance", e.balance()));
            case CancellationNoted e -> List.of(points("change", 0), points("balance", e.balance()));
        };
    }

    private static List<Step> earning(Money paid, @Nullable BigDecimal rate, LedgerEntry entry) {
        var steps = new ArrayList<Step>();
        steps.add(money("paid", paid.amount(), paid.currency()));
        if (rate != null) {
            steps.add(new Step("rate", rate.toPlainString(), "points per " + paid.currency()));
            steps.add(new Step("paid-times-rate", Calculation.product(paid, rate), POINTS));
        }
        steps.add(points("change", entry.change()));
        steps.add(points("balance", entry.balance()));
        return steps;
    }

    private static List<Step> sharing(RefundShare share, LedgerEntry entry) {
        String currency = share.paid().currency();
        return List.of(
                points("earned", share.earning().points()),
                money("paid", share.paid().amount(), currency),
                money("refund", share.refund().amount(), currency),
                money("refunded-so-far", share.refundedSoFar(), currency),
                new Step("earned-times-refunded-by-paid", Calculation.quotient(share), POINTS),
                points("due", share.due()),
                points("reversed-before", share.reversedBefore()),
                points("change", entry.change()),
                points("balance", entry.balance()));
    }

    private static PolicyDecision policy(Finding finding) {
        return new PolicyDecision(
                finding.policy(), finding.applied(), Language.inEach(wording -> wording.policy(finding)));
    }

    private static Step money(String name, BigDecimal amount, String currency) {
        return new Step(name, amount.toPlainString(), currency);
    }

    private static Step points(String name, long points) {
        return new Step(name, Long.toString(points), POINTS);
    }

    private static String code(RoundingMode rounding) {
        return rounding.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
