package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.EarnForPayment;
import io.guanxi.loyalty.account.domain.LoyaltyRejection.BalanceWouldBeTooLarge;
import io.guanxi.loyalty.account.domain.LoyaltyRejection.PaymentDiffers;
import io.guanxi.loyalty.account.domain.OrderEntry.NothingEarned;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsEarned;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.domain.lots.Move;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.PurseRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order is paid, and earns by the rules that held then. */
final class EarningPoints {

    private EarningPoints() {}

    static @Nullable LoyaltyRejection earn(Unfolding course, EarnForPayment c, Instant at) {
        OrderFacts facts = c.facts();
        OrderStanding order = course.account().order(facts.order());
        if (order.payment() != null) {
            Money recorded = order.payment().paid();
            return sameMoney(recorded, facts.paid()) ? null : new PaymentDiffers(facts.order(), recorded, facts.paid());
        }
        PublishedRules rules = course.book().inForce(facts.paidAt(), c.stamp().known());
        String cause = c.stamp().cause();
        LoyaltyAccount before = course.account();
        course.then(new Fact.PaymentNoted(facts, cause, at));
        for (PurseRules purse : rules.rules().purses()) {
            var calculation =
                    EarningCalculation.of(facts, rules, purse, circumstances(before, facts, rules.rules(), purse));
            if (isTooLarge(before.purse(purse.code()), calculation.points())) {
                return new BalanceWouldBeTooLarge(facts.order());
            }
            boolean main = purse.code().equals(LedgerEntry.MAIN_PURSE);
            if (calculation.points().signum() > 0) {
                PointsEarned earned = earned(course.account(), c, rules.rules(), purse, calculation, at);
                course.then(earned);
                RepayingDebt.from(course, purse.code(), cause, at);
                PoolingPoints.from(course, earned, c.stamp().known(), at);
            } else if (main) {
                course.then(nothing(course.account(), c, purse, calculation, at));
            }
        }
        Referrals.claim(course, facts, rules, cause, at);
        return null;
    }

    private static boolean isTooLarge(PurseStanding purse, BigDecimal points) {
        BigDecimal sum = points.add(BigDecimal.valueOf(purse.available() + purse.pending() + purse.held()));
        return sum.compareTo(BigDecimal.valueOf(LoyaltyAccount.LARGEST_BALANCE)) > 0;
    }

    private static PointsEarned earned(
            LoyaltyAccount account,
            EarnForPayment c,
            ProgrammeRules rules,
            PurseRules purse,
            EarningCalculation calculation,
            Instant at) {
        OrderFacts facts = c.facts();
        String entryId =
                EffectKey.ofPayment(c.account(), facts.order(), purse.code()).entryId();
        Lot lot = LotTerms.ofOrder(
                entryId, facts.paidAt(), account.order(facts.order()).delivered(), purse, rules.zone());
        long points = calculation.points().longValueExact();
        Bucket to = LotTerms.bucket(lot, at);
        long balance = account.purse(purse.code()).available() + (to == Bucket.AVAILABLE ? points : 0);
        return new PointsEarned(
                entryId,
                facts.order(),
                facts.paid(),
                calculation.rule(),
                calculation.findings(),
                points,
                balance,
                c.stamp().cause(),
                purse.code(),
                calculation.terms(),
                lot,
                List.of(new Move(entryId, Bucket.OUTSIDE, to, points)),
                at);
    }

    private static NothingEarned nothing(
            LoyaltyAccount account, EarnForPayment c, PurseRules purse, EarningCalculation calculation, Instant at) {
        return new NothingEarned(
                EffectKey.ofPayment(c.account(), c.order(), purse.code()).entryId(),
                c.order(),
                c.facts().paid(),
                calculation.rule(),
                calculation.findings(),
                account.purse(purse.code()).available(),
                c.stamp().cause(),
                purse.code(),
                calculation.terms(),
                at);
    }

    /** What an order that is judged now is judged by; a caller that asks for a quote gets the same answer. */
    static EarningCalculation.Circumstances circumstances(
            LoyaltyAccount account, OrderFacts facts, ProgrammeRules rules, PurseRules purse) {
        boolean first = true;
        long thisDay = 0;
        long thisMonth = 0;
        var month = month(facts.paidAt(), rules.zone());
        var day = day(facts.paidAt(), rules.zone());
        for (Map.Entry<String, OrderStanding> entry : account.orders().entrySet()) {
            OrderStanding other = entry.getValue();
            OrderStanding.Payment payment = other.payment();
            if (payment == null
                    || other.cancelled()
                    || entry.getKey().equals(facts.order().key())) {
                continue;
            }
            first = false;
            if (!purse.caps().limitTime()) {
                break;
            }
            if (month.contains(payment.paidAt())) {
                long net = other.netPoints(purse.code());
                thisMonth += net;
                thisDay += day.contains(payment.paidAt()) ? net : 0;
            }
        }
        TierStanding tier = account.tier();
        return new EarningCalculation.Circumstances(
                account.order(facts.order()).cancelled(),
                tier == null ? null : tier.tier(),
                account.profile().grade(),
                first,
                thisDay,
                thisMonth);
    }

    private static Stretch day(Instant moment, ZoneId zone) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        return Stretch.of(day, day.plusDays(1), zone);
    }

    private static Stretch month(Instant moment, ZoneId zone) {
        LocalDate first = moment.atZone(zone).toLocalDate().withDayOfMonth(1);
        return Stretch.of(first, first.plusMonths(1), zone);
    }

    /** Days, as moments: an account may have many orders, and each is compared. */
    private record Stretch(Instant from, Instant until) {

        static Stretch of(LocalDate from, LocalDate until, ZoneId zone) {
            return new Stretch(
                    from.atStartOfDay(zone).toInstant(),
                    until.atStartOfDay(zone).toInstant());
        }

        boolean contains(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    private static boolean sameMoney(Money one, Money other) {
        return one.currency().equals(other.currency()) && one.compareAmount(other) == 0;
    }
}
