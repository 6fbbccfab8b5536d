package io.guanxi.loyalty.programme.web;

import io.guanxi.loyalty.programme.domain.Conditions;
import io.guanxi.loyalty.programme.domain.EarningCaps;
import io.guanxi.loyalty.programme.domain.EarningTerm;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.MaturityRule;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PurseRules;
import io.guanxi.loyalty.programme.domain.ReferralRules;
import io.guanxi.loyalty.programme.domain.RewardRules;
import io.guanxi.loyalty.programme.domain.TierRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules as callers read and write them: the same members as {@link ProgrammeRules}, words in lower case with hyphens,
 * decimals as texts, days of the year such as {@code 12-31}.
 */
record RulesDocument(
        String zone,
        List<Purse> purses,
        List<Term> earning,
        Reversal reversal,
        @Nullable Tiers tiers,
        List<Reward> rewards,
        @Nullable Referral referral,
        @Nullable Transfers transfers,
        @Nullable Goodwill goodwill,
        Holds holds) {

    static RulesDocument of(ProgrammeRules rules) {
        return new RulesDocument(
                rules.zone().getId(),
                rules.purses().stream().map(Purse::of).toList(),
                rules.earning().stream().map(Term::of).toList(),
                new Reversal(Words.word(rules.reversal().shortfall())),
                Optional.ofNullable(rules.tiers()).map(Tiers::of).orElse(null),
                rules.rewards().stream().map(Reward::of).toList(),
                Optional.ofNullable(rules.referral()).map(Referral::of).orElse(null),
                Optional.ofNullable(rules.transfers())
                        .map(transfers -> new Transfers(transfers.least(), transfers.mostPerMonth()))
                        .orElse(null),
                Optional.ofNullable(rules.goodwill())
                        .map(goodwill -> new Goodwill(
                                goodwill.purse(), goodwill.mostPerGrant(), goodwill.mostPerCustomerAndYear()))
                        .orElse(null),
                new Holds(rules.holds().longest().toString()));
    }

    record Purse(
            String code,
            boolean spendable,
            String rounding,
            Maturity maturity,
            Expiry expiry,
            Caps caps,
            @Nullable Amount value) {

        static Purse of(PurseRules purse) {
            MaturityRule maturity = purse.maturity();
            ExpiryRule expiry = purse.expiry();
            EarningCaps caps = purse.caps();
            return new Purse(
                    purse.code(),
                    purse.spendable(),
                    Words.word(purse.rounding()),
                    new Maturity(Words.word(maturity.after()), maturity.days(), maturity.atLatestDays()),
                    new Expiry(
                            Words.word(expiry.kind()),
                            expiry.months(),
                            Optional.ofNullable(expiry.day()).map(Words::day).orElse(null),
                            expiry.years()),
                    new Caps(caps.perOrder(), caps.perDay(), caps.perMonth()),
                    Amount.of(purse.value()));
        }
    }

    record Maturity(String after, int days, @Nullable Integer atLatestDays) {}

    record Expiry(String kind, int months, @Nullable String day, int years) {}

    record Caps(
            @Nullable Long perOrder,
            @Nullable Long perDay,
            @Nullable Long perMonth) {}

    record Amount(String amount, String currency) {

        static @Nullable Amount of(io.guanxi.kernel.@Nullable Money money) {
            return money == null ? null : new Amount(money.amount().toPlainString(), money.currency());
        }
    }

    record Term(
            String name, String purse, @Nullable String defaultRate, Map<String, String> rates, long fixed, When when) {

        static Term of(EarningTerm term) {
            BigDecimal defaultRate = term.defaultRate();
            return new Term(
                    term.name(),
                    term.purse(),
                    defaultRate == null ? null : defaultRate.toPlainString(),
                    decimals(term.rates()),
                    term.fixed(),
                    When.of(term.when()));
        }
    }

    record When(
            Set<String> categories,
            Set<String> brands,
            Set<String> channels,
            Set<String> tiers,
            Set<String> grades,
            Set<String> occasions,
            boolean firstOrder,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Map<String, String> minimum) {

        static When of(Conditions when) {
            return new When(
                    when.categories(),
                    when.brands(),
                    when.channels(),
                    when.tiers(),
                    when.grades(),
                    when.occasions(),
                    when.firstOrder(),
                    when.from(),
                    when.until(),
                    decimals(when.minimum()));
        }
    }

    record Reversal(String shortfall) {}

    record Tiers(
            String measure,
            String unit,
            Window window,
            String upgrade,
            String downgrade,
            int graceDays,
            List<Tier> tiers) {

        static Tiers of(TierRules tiers) {
            TierRules.Window window = tiers.window();
            return new Tiers(
                    Words.word(tiers.measure()),
                    tiers.unit(),
                    new Window(
                            Words.word(window.kind()),
                            window.months(),
                            Optional.ofNullable(window.start()).map(Words::day).orElse(null)),
                    Words.word(tiers.upgrade()),
                    Words.word(tiers.downgrade()),
                    tiers.graceDays(),
                    tiers.tiers().stream()
                            .map(tier -> new Tier(
                                    tier.code(), tier.names(), tier.threshold().toPlainString()))
                            .toList());
        }
    }

    record Window(String kind, int months, @Nullable String start) {}

    record Tier(String code, Map<String, String> names, String threshold) {}

    record Reward(
            String code,
            Map<String, String> names,
            String purse,
            long price,
            String kind,
            @Nullable Amount value,
            @Nullable Long stock,
            @Nullable Integer perCustomer,
            @Nullable String tier,
            int validDays) {

        static Reward of(RewardRules reward) {
            return new Reward(
                    reward.code(),
                    reward.names(),
                    reward.purse(),
                    reward.price(),
                    Words.word(reward.kind()),
                    Amount.of(reward.value()),
                    reward.stock(),
                    reward.perCustomer(),
                    reward.tier(),
                    reward.validDays());
        }
    }

    record Referral(
            String purse,
            long referrer,
            long friend,
            Map<String, String> minimum,
            int finalAfterDays,
            int mostPerYear) {

        static Referral of(ReferralRules referral) {
            return new Referral(
                    referral.purse(),
                    referral.referrer(),
                    referral.friend(),
                    decimals(referral.minimum()),
                    referral.finalAfterDays(),
                    referral.mostPerYear());
        }
    }

    record Transfers(long least, long mostPerMonth) {}

    record Goodwill(String purse, long mostPerGrant, long mostPerCustomerAndYear) {}

    record Holds(String longest) {}

    private static Map<String, String> decimals(Map<String, BigDecimal> amounts) {
        Map<String, String> decimals = new LinkedHashMap<>();
        amounts.forEach((currency, amount) -> decimals.put(currency, amount.toPlainString()));
        return decimals;
    }
}
