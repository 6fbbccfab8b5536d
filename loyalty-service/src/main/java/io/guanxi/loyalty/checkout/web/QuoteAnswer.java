package io.guanxi.loyalty.checkout.web;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.kernel.Reason;
import io.guanxi.loyalty.account.domain.EarningCalculation;
import io.guanxi.loyalty.account.domain.Finding;
import io.guanxi.loyalty.account.domain.Quote;
import io.guanxi.loyalty.account.domain.SpendingPower;
import io.guanxi.loyalty.account.domain.TermShare;
import io.guanxi.loyalty.checkout.web.CheckoutAnswers.MoneyAnswer;
import io.guanxi.loyalty.checkout.web.CheckoutAnswers.VoucherAnswer;
import io.guanxi.loyalty.programme.domain.RewardRules;
import io.guanxi.web.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a basket would earn and can be paid with.
 *
 * @param newcomer whether nothing was ever heard of this customer
 * @param tier absent if the customer has none
 * @param ruleVersion the version of the programme that decided
 */
record QuoteAnswer(
        String customerId,
        boolean newcomer,
        Instant asOf,
        int ruleVersion,
        @Nullable String tier,
        List<Gain> earns,
        List<Power> spendable,
        List<VoucherAnswer> vouchers,
        List<Offer> rewards) {

    /** @param left how many of a reward there are; null if there is no limit */
    static QuoteAnswer of(
            CustomerKey customer,
            boolean newcomer,
            Instant asOf,
            Quote quote,
            Function<RewardRules, @Nullable Long> left) {
        return new QuoteAnswer(
                customer.customerId(),
                newcomer,
                asOf,
                quote.ruleVersion(),
                quote.tier(),
                quote.gains().stream().map(Gain::of).toList(),
                quote.powers().stream().map(Power::of).toList(),
                quote.vouchers().stream().map(VoucherAnswer::of).toList(),
                quote.rewards().stream()
                        .map(offer -> Offer.of(offer, left.apply(offer.reward())))
                        .toList());
    }

    /**
     * What the order would earn in one purse.
     *
     * @param pending whether the points have to be waited for
     * @param availableFrom when they can be used at the latest; absent if that waits for the delivery alone
     * @param daysAfterDelivery absent if they do not wait for a delivery
     * @param usableUntil the first moment at which they are gone; absent if no date is set
     * @param findings the policies that were asked, in order
     */
    record Gain(
            String purse,
            BigDecimal points,
            boolean pending,
            @Nullable Instant availableFrom,
            @Nullable Integer daysAfterDelivery,
            @Nullable Instant usableUntil,
            List<Term> terms,
            List<Finding> findings) {

        static Gain of(Quote.Gain gain) {
            EarningCalculation calculation = gain.calculation();
            return new Gain(
                    gain.purse(),
                    calculation.points(),
                    gain.pending(),
                    gain.pending() ? gain.lot().matures() : null,
                    gain.pending() ? gain.lot().daysAfterDelivery() : null,
                    gain.lot().expires(),
                    calculation.terms().stream().map(Term::of).toList(),
                    calculation.findings());
        }
    }

    /** @param points before the sum of all terms is rounded, as text */
    record Term(String term, String amount, @Nullable String rate, long fixed, String points) {

        static Term of(TermShare share) {
            return new Term(
                    share.term(),
                    share.amount().toPlainString(),
                    share.rate() == null ? null : share.rate().toPlainString(),
                    share.fixed(),
                    share.points().toPlainString());
        }
    }

    /**
     * @param points what can be spent now
     * @param owed what must stay for it
     * @param pending what can be spent later
     * @param nextMatures when the next of it can
     */
    record Power(
            String purse,
            long points,
            long owed,
            long pending,
            @Nullable Instant nextMatures) {

        static Power of(SpendingPower power) {
            return new Power(power.purse(), power.points(), power.debt(), power.pending(), power.nextMatures());
        }
    }

    /**
     * @param left how many there are; absent is without limit
     * @param problem why this customer cannot have it now; absent if they can
     */
    record Offer(
            String code,
            Map<String, String> names,
            String kind,
            String purse,
            long price,
            @Nullable MoneyAnswer value,
            @Nullable Long left,
            @Nullable Hindrance problem) {

        static Offer of(Quote.Offer offer, @Nullable Long left) {
            RewardRules reward = offer.reward();
            return new Offer(
                    reward.code(),
                    reward.names(),
                    reward.kind().name().toLowerCase(Locale.ROOT),
                    reward.purse(),
                    reward.price(),
                    reward.value() == null ? null : MoneyAnswer.of(reward.value()),
                    left,
                    Hindrance.of(offer.refusal(), left));
        }
    }

    /** As a problem document would say it. */
    record Hindrance(String type, String detail) {

        static @Nullable Hindrance of(@Nullable Reason refusal, @Nullable Long left) {
            if (refusal != null) {
                return new Hindrance(Problem.TYPE_PREFIX + refusal.code(), refusal.message());
            }
            return left != null && left == 0
                    ? new Hindrance(Problem.TYPE_PREFIX + "reward-is-gone", "All of this reward are given.")
                    : null;
        }
    }
}
