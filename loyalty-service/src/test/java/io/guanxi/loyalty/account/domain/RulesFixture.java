package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.programme.domain.Conditions;
import io.guanxi.loyalty.programme.domain.EarningCaps;
import io.guanxi.loyalty.programme.domain.EarningTerm;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.GoodwillRules;
import io.guanxi.loyalty.programme.domain.HoldRules;
import io.guanxi.loyalty.programme.domain.MaturityRule;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.PurseRules;
import io.guanxi.loyalty.programme.domain.ReferralRules;
import io.guanxi.loyalty.programme.domain.ReversalRules;
import io.guanxi.loyalty.programme.domain.ReversalRules.Shortfall;
import io.guanxi.loyalty.programme.domain.RewardRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.domain.TierRules;
import io.guanxi.loyalty.programme.domain.TransferRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of one version, changed step by step from the simplest: one point for one unit, at once and for ever. */
public final class RulesFixture {

    private ZoneId zone = ZoneId.of("Asia/Shanghai");
    private RoundingMode rounding = RoundingMode.DOWN;
    private MaturityRule maturity = MaturityRule.AT_ONCE;
    private ExpiryRule expiry = ExpiryRule.NEVER;
    private EarningCaps caps = EarningCaps.NONE;
    private final List<PurseRules> otherPurses = new ArrayList<>();
    private List<EarningTerm> terms = List.of(term("base", "1"));
    private Shortfall shortfall = Shortfall.DEBT;
    private @Nullable TierRules tiers;
    private final List<RewardRules> rewards = new ArrayList<>();
    private @Nullable ReferralRules referral;
    private @Nullable TransferRules transfers;
    private @Nullable GoodwillRules goodwill;

    public static RulesFixture rules() {
        return new RulesFixture();
    }

    public RulesFixture in(String zone) {
        this.zone = ZoneId.of(zone);
        return this;
    }

    public RulesFixture rounding(RoundingMode rounding) {
        this.rounding = rounding;
        return this;
    }

    public RulesFixture pendingUntilDelivered(int days, @Nullable Integer atLatestDays) {
        maturity = new MaturityRule(MaturityRule.Start.DELIVERED, days, atLatestDays);
        return this;
    }

    public RulesFixture pendingAfterPayment(int days) {
        maturity = new MaturityRule(MaturityRule.Start.PAID, days, null);
        return this;
    }

    public RulesFixture expiring(ExpiryRule expiry) {
        this.expiry = expiry;
        return this;
    }

    public RulesFixture capped(@Nullable Long perOrder, @Nullable Long perDay, @Nullable Long perMonth) {
        caps = new EarningCaps(perOrder, perDay, perMonth);
        return this;
    }

    public RulesFixture purse(PurseRules purse) {
        otherPurses.add(purse);
        return this;
    }

    /** One more purse, of which points are available at once, never end and cannot buy anything. */
    public RulesFixture statusPurse(String code) {
        return purse(new PurseRules(
                code, false, RoundingMode.DOWN, MaturityRule.AT_ONCE, ExpiryRule.NEVER, EarningCaps.NONE, null));
    }

    public RulesFixture earning(EarningTerm... terms) {
        this.terms = List.of(terms);
        return this;
    }

    public RulesFixture whenGone(Shortfall shortfall) {
        this.shortfall = shortfall;
        return this;
    }

    public RulesFixture tiers(TiersFixture tiers) {
        return tiers(tiers.build());
    }

    public RulesFixture tiers(TierRules tiers) {
        this.tiers = tiers;
        return this;
    }

    public RulesFixture reward(RewardRules reward) {
        rewards.add(reward);
        return this;
    }

    public RulesFixture referral(ReferralRules referral) {
        this.referral = referral;
        return this;
    }

    public RulesFixture transfers(TransferRules transfers) {
        this.transfers = transfers;
        return this;
    }

    public RulesFixture goodwill(GoodwillRules goodwill) {
        this.goodwill = goodwill;
        return this;
    }

    public ProgrammeRules build() {
        var purses = new ArrayList<PurseRules>();
        purses.add(new PurseRules(LedgerEntry.MAIN_PURSE, true, rounding, maturity, expiry, caps, null));
        purses.addAll(otherPurses);
        return new ProgrammeRules(
                zone,
                purses,
                terms,
                new ReversalRules(shortfall),
                tiers,
                rewards,
                referral,
                transfers,
                goodwill,
                new HoldRules(Duration.ofMinutes(15)));
    }

    /** As version 1, the only one. */
    public RuleBook book() {
        return book(1, build());
    }

    public static RuleBook book(int version, ProgrammeRules rules) {
        return new RuleBook(List.of(new PublishedRules(version, Instant.EPOCH, null, Instant.EPOCH, null, rules)));
    }

    /** So many points for one unit of any currency. */
    public static EarningTerm term(String name, String rate) {
        return term(name, rate, Conditions.NONE);
    }

    public static EarningTerm term(String name, String rate, Conditions when) {
        return new EarningTerm(name, LedgerEntry.MAIN_PURSE, new BigDecimal(rate), Map.of(), 0, when);
    }

    public static EarningTerm fixed(String name, long points, Conditions when) {
        return new EarningTerm(name, LedgerEntry.MAIN_PURSE, null, Map.of(), points, when);
    }

    public static EarningTerm into(String purse, EarningTerm term) {
        return new EarningTerm(term.name(), purse, term.defaultRate(), term.rates(), term.fixed(), term.when());
    }
}
