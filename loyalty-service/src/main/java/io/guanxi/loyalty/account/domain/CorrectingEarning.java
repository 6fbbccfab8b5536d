package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.CorrectionPolicy.*;

import io.guanxi.loyalty.account.domain.GivingRejection.BalanceHasNoRoom;
import io.guanxi.loyalty.account.domain.GivingRejection.RulesAreUnknown;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.CorrectEarning;
import io.guanxi.loyalty.account.domain.OrderEntry.EarningCorrected;
import io.guanxi.loyalty.account.domain.OrderStanding.Earned;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.domain.lots.Move;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.PurseRules;
import io.guanxi.loyalty.programme.domain.ReversalRules.Shortfall;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order that was judged by wrong rules is judged again by the right ones, and the difference is posted: what it should
 * have given after its returns, less what it gives. Where that is nothing, nothing is posted.
 */
final class CorrectingEarning {

    private CorrectingEarning() {}

    static @Nullable LoyaltyRejection correct(Unfolding course, CorrectEarning c, Instant at) {
        OrderStanding order = course.account().order(c.facts().order());
        if (order.payment() == null || order.cancelled()) {
            return null;
        }
        PublishedRules published = course.book().find(c.version()).orElse(null);
        if (published == null) {
            return new RulesAreUnknown(c.version());
        }
        Set<String> purses = new LinkedHashSet<>(published.rules().purseCodes());
        purses.addAll(order.earned().keySet());
        for (String purse : purses) {
            LoyaltyRejection refusal = correct(course, c, published, purse, at);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static @Nullable LoyaltyRejection correct(
            Unfolding course, CorrectEarning c, PublishedRules published, String purse, Instant at) {
        LoyaltyAccount account = course.account();
        OrderRef ref = c.facts().order();
        String entryId = EffectKey.of(
                        account, "correct", "earning:" + purse, c.correctionId(), ref.shop(), ref.orderId())
                .entryId();
        if (account.done().containsKey(entryId)) {
            return null;
        }
        PurseRules rules = published.rules().purse(purse).orElse(null);
        EarningCalculation right = rules == null ? nothing(published) : judged(account, c, published, rules);
        OrderStanding order = account.order(ref);
        if (isTooLarge(account.purse(purse), right.points())) {
            return new BalanceHasNoRoom(LoyaltyAccount.LARGEST_BALANCE);
        }
        long after = right.points().longValueExact();
        long reversed = returnedShare(after, order);
        Earned earned = order.earned().get(purse);
        long difference = after - reversed - (earned == null ? 0 : earned.net());
        if (difference == 0) {
            return null;
        }
        var posting = new Posting(entryId, c, published, rules, right, earned, after, reversed, difference);
        EarningCorrected corrected = posting.entry(account, purse, at);
        course.then(corrected);
        RepayingDebt.from(course, purse, c.stamp().cause(), at);
        PoolingPoints.from(course, corrected, c.stamp().known(), at);
        return null;
    }

    private static boolean isTooLarge(PurseStanding purse, BigDecimal points) {
        return points.compareTo(BigDecimal.valueOf(LoyaltyAccount.LARGEST_BALANCE)) > 0
                || !Room.isThereFor(purse, points.longValueExact());
    }

    /** The programme has these points no more, so the order should never have earned them. */
    private static EarningCalculation nothing(PublishedRules published) {
        var rule = new AppliedRule(published.version(), null, RoundingMode.DOWN);
        return new EarningCalculation(rule, BigDecimal.ZERO, List.of(), List.of());
    }

    private static EarningCalculation judged(
            LoyaltyAccount account, CorrectEarning c, PublishedRules published, PurseRules purse) {
        CustomerThen then = c.then();
        EarlierOrders earlier = EarlierOrders.of(account, c.facts(), published.rules(), purse);
        var circumstances = new EarningCalculation.Circumstances(
                false, then.tier(), then.grade(), then.firstOrder(), earlier.thisDay(), earlier.thisMonth());
        return EarningCalculation.of(c.facts(), published, purse, circumstances);
    }

    /** What all returns so far take of it, by the same cumulative share as each return takes. */
    private static long returnedShare(long points, OrderStanding order) {
        OrderStanding.Payment payment = order.payment();
        if (payment == null || payment.paid().isZero()) {
            return 0;
        }
        BigDecimal paid = payment.paid().amount();
        return BigDecimal.valueOf(points)
                .multiply(order.refunded().min(paid))
                .divide(paid, 0, RoundingMode.DOWN)
                .longValueExact();
    }

    /**
     * One difference.
     *
     * @param rules absent if the corrected version has no such purse
     * @param earned absent if the order has earned nothing in it
     */
    private record Posting(
            String entryId,
            CorrectEarning command,
            PublishedRules published,
            @Nullable PurseRules rules,
            EarningCalculation right,
            @Nullable Earned earned,
            long after,
            long reversed,
            long difference) {

        EarningCorrected entry(LoyaltyAccount account, String purse, Instant at) {
            return difference > 0 && rules != null ? giving(account, rules, at) : taking(account, purse, at);
        }

        private EarningCorrected giving(LoyaltyAccount account, PurseRules purse, Instant at) {
            OrderFacts facts = command.facts();
            Lot lot = LotTerms.ofOrder(
                    entryId,
                    facts.paidAt(),
                    account.order(facts.order()).delivered(),
                    purse,
                    published.rules().zone());
            Bucket to = LotTerms.bucket(lot, at);
            long balance = account.purse(purse.code()).available() + (to == Bucket.AVAILABLE ? difference : 0);
            List<Move> moves = List.of(new Move(entryId, Bucket.OUTSIDE, to, difference));
            return corrected(purse.code(), lot, moves, 0, 0, findings(), balance, at);
        }

        private EarningCorrected taking(LoyaltyAccount account, String purse, Instant at) {
            Shortfall shortfall = published.rules().reversal().shortfall();
            List<String> lots = earned == null ? List.of() : earned.lots();
            var taken = TakingBack.of(account, purse, lots, -difference, shortfall);
            long balance = account.purse(purse).available() - taken.available();
            List<Finding> findings = ReversalPolicy.with(findings(), taken, shortfall);
            return corrected(purse, null, taken.moves(), taken.owed(), taken.forgiven(), findings, balance, at);
        }

        private List<Finding> findings() {
            var findings = new ArrayList<Finding>();
            findings.add(AN_ORDER_IS_JUDGED_AGAIN_BY_THE_CORRECTED_RULES.found(true));
            findings.add(WHAT_THE_CUSTOMER_WAS_WHEN_PAYING_COUNTS.found(true));
            findings.add(CAPS_COUNT_WHAT_EARLIER_ORDERS_GIVE_BY_NOW.found(
                    rules != null && rules.caps().limitTime()));
            findings.addAll(right.findings());
            findings.add(RETURNS_TAKE_THEIR_SHARE_OF_WHAT_IS_RIGHT.found(reversed > 0));
            return findings;
        }

        /** An entry that earned nothing made no lot. */
        private @Nullable String corrects() {
            return earned == null || earned.lots().isEmpty()
                    ? null
                    : earned.lots().getFirst();
        }

        private EarningCorrected corrected(
                String purse,
                @Nullable Lot lot,
                List<Move> moves,
                long owed,
                long forgiven,
                List<Finding> findings,
                long balance,
                Instant at) {
            return new EarningCorrected(
                    entryId,
                    command.correctionId(),
                    corrects(),
                    command.facts().order(),
                    right.rule(),
                    earned == null ? 0 : earned.points(),
                    after,
                    reversed,
                    findings,
                    difference,
                    balance,
                    command.stamp().cause(),
                    purse,
                    right.terms(),
                    lot,
                    moves,
                    owed,
                    forgiven,
                    at);
        }
    }
}
