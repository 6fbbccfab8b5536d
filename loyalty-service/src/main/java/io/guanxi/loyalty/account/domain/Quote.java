package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.PurseRules;
import io.guanxi.loyalty.programme.domain.RewardRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a basket would earn, and what it can be paid with, if it was paid now. It is the answer that the order itself would
 * get, and asking has no effect.
 *
 * @param ruleVersion the version that decided
 * @param tier absent if the account has none
 * @param gains what would be earned, by purse
 * @param powers what can be spent, by purse
 * @param vouchers those that this order can use, the one that ends first first
 * @param rewards every one that the programme offers
 */
public record Quote(
        int ruleVersion,
        @Nullable String tier,
        List<Gain> gains,
        List<SpendingPower> powers,
        List<Voucher> vouchers,
        List<Offer> rewards) {

    public Quote {
        gains = List.copyOf(gains);
        powers = List.copyOf(powers);
        vouchers = List.copyOf(vouchers);
        rewards = List.copyOf(rewards);
    }

    /**
     * @param lot from when and until when the points could be used; named by nothing, for they are not there
     * @param pending whether they would have to be waited for
     */
    public record Gain(String purse, EarningCalculation calculation, Lot lot, boolean pending) {}

    /** @param refusal why the account cannot have it; absent if it can, as long as there is one left */
    public record Offer(RewardRules reward, @Nullable LoyaltyRejection refusal) {}

    /**
     * @param account as it is stored; one that was never opened is a newcomer's
     * @param basket as if it was paid now; its {@code paidAt} is the present
     */
    public static Quote of(LoyaltyAccount account, OrderFacts basket, RuleBook book) {
        Instant now = basket.paidAt();
        PublishedRules published = book.inForce(now, now);
        ProgrammeRules rules = published.rules();
        LoyaltyAccount present = Foresight.of(account, now, book);
        TierStanding tier = present.tier();
        return new Quote(
                published.version(),
                tier == null ? null : tier.tier(),
                rules.purses().stream()
                        .map(purse -> gain(present, basket, published, purse))
                        .toList(),
                rules.purseCodes().stream()
                        .map(purse -> SpendingPower.of(present, purse, rules))
                        .toList(),
                usable(present, basket.order()),
                rules.rewards().stream()
                        .map(reward -> new Offer(reward, RewardTerms.refuse(present, reward, rules)))
                        .toList());
    }

    private static Gain gain(LoyaltyAccount account, OrderFacts basket, PublishedRules published, PurseRules purse) {
        var circumstances = EarningPoints.circumstances(account, basket, published.rules(), purse);
        Lot lot = LotTerms.ofOrder(
                "quote",
                basket.paidAt(),
                account.order(basket.order()).delivered(),
                purse,
                published.rules().zone());
        return new Gain(
                purse.code(),
                EarningCalculation.of(basket, published, purse, circumstances),
                lot,
                LotTerms.bucket(lot, basket.paidAt()) == Bucket.PENDING);
    }

    private static List<Voucher> usable(LoyaltyAccount account, OrderRef order) {
        return account.vouchers().values().stream()
                .filter(voucher -> voucher.status() == Voucher.Status.USABLE
                        || (voucher.status() == Voucher.Status.RESERVED && order.equals(voucher.order())))
                .sorted(Comparator.comparing(Voucher::expires).thenComparing(Voucher::voucherId))
                .toList();
    }
}
