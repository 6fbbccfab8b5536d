package io.guanxi.loyalty.account.explain;

import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.RulesFixture.fixed;
import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static io.guanxi.loyalty.account.domain.RulesFixture.term;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.CheckoutPolicy;
import io.guanxi.loyalty.account.domain.CorrectionPolicy;
import io.guanxi.loyalty.account.domain.EarningPolicy;
import io.guanxi.loyalty.account.domain.EntryKind;
import io.guanxi.loyalty.account.domain.GiftEntry;
import io.guanxi.loyalty.account.domain.GiftPolicy;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.LedgerFixture;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.ReversalPolicy;
import io.guanxi.loyalty.account.domain.RulesFixture;
import io.guanxi.loyalty.account.domain.TierPolicy;
import io.guanxi.loyalty.account.domain.TiersFixture;
import io.guanxi.loyalty.account.domain.TimePolicy;
import io.guanxi.loyalty.account.domain.TransferPolicy;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.history.AccountThen;
import io.guanxi.loyalty.account.history.Lines;
import io.guanxi.loyalty.programme.domain.Conditions;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.GoodwillRules;
import io.guanxi.loyalty.programme.domain.RewardRules;
import io.guanxi.test.ApprovedFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TellingWhyTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final ApprovedFiles files = new ApprovedFiles();

    @Test
    void aLineOfEveryKindIsToldInTheApprovedWords() {
        var told = new StringBuilder();
        for (LoyaltyEvent event : eventful().events()) {
            if (event instanceof LedgerEntry entry) {
                told.append(EntryKind.of(entry).code()).append('\n');
                Map<String, String> sentences =
                        ExplainingAnEntry.explain(entry, ZONE).sentences();
                told.append(sentences.get("en")).append('\n');
                told.append(sentences.get("zh-CN")).append("\n\n");
            }
        }
        files.checkText("explained/entries.txt", told.toString());
    }

    @Test
    void whereAnAccountStandsIsToldInTheApprovedWords() {
        var told = new StringBuilder();
        var account = eventful();
        for (String moment : List.of("2026-03-02T00:00:00Z", "2026-06-01T00:00:00Z", "2027-06-01T00:00:00Z")) {
            AccountThen then = then(account, moment);
            tell(
                    told,
                    ExplainingABalance.explain(then, ZONE).purses().getFirst().sentences());
            tell(told, ExplainingATier.explain(then, account.book()).sentences());
            tell(
                    told,
                    ExplainingARedemption.explain(then, "points", 40, account.book())
                            .sentences());
            tell(
                    told,
                    ExplainingARedemption.explain(then, "points", 9000, account.book())
                            .sentences());
        }
        files.checkText("explained/standing.txt", told.toString());
    }

    private static void tell(StringBuilder told, Map<String, String> sentences) {
        told.append(sentences.get("en"))
                .append('\n')
                .append(sentences.get("zh-CN"))
                .append("\n\n");
    }

    @Test
    void whatKeepsTheTierIsSaidWithItsLastDay() {
        var account = newAccount()
                .under(rules().tiers(TiersFixture.spend("silver", "500", "gold", "1000")))
                .paid("A-1", "1200.00")
                .looked("2027-06-01T00:00:00Z")
                .paid("A-2", "688.00");
        var why = ExplainingATier.explain(then(account, "2027-07-01T00:00:00Z"), account.book());

        assertThat(why.sentences().get("en"))
                .contains("With 312.00 CNY more by 31 December 2027, gold is kept; otherwise it falls to silver.");
        assertThat(why.sentences().get("zh-CN")).contains("2027年12月31日(含)之前再消费 312.00 CNY可保留gold,否则降为silver。");
        assertThat(why.policies()).hasSize(7);
        assertThat(why.thresholds()).hasSize(3);
    }

    @Test
    void theBalanceOfThePastIsMadeOfWhatWasKnownThen() {
        var account = newAccount()
                .under(rules().expiring(ExpiryRule.rolling(1)))
                .paid("A-1", "100.00")
                .at("2026-03-10T00:00:00Z")
                .paid("A-2", "50.00");
        var before = then(account, "2026-03-05T00:00:00Z");
        var later = AccountThen.of(
                Lines.of(account.events()),
                Instant.parse("2026-05-01T00:00:00Z"),
                Instant.parse("2026-03-05T00:00:00Z"),
                Instant.parse("2026-05-01T00:00:00Z"),
                account.book());

        assertThat(before.account().balance()).isEqualTo(100);
        assertThat(later.account().balance()).as("expired though nobody looked").isZero();
        assertThat(ExplainingABalance.explain(later, ZONE).purses().getFirst().lines())
                .extracting(BalanceExplanation.Lines::kind, BalanceExplanation.Lines::available)
                .containsExactlyInAnyOrder(tuple("points-earned", 100L), tuple("points-expired", -100L));
    }

    @Test
    void aRefusalSaysWhenPendingPointsAreEnough() {
        var account = newAccount()
                .under(rules().pendingAfterPayment(14))
                .paid("A-1", "30.00")
                .at("2026-03-03T09:30:00Z")
                .paid("A-2", "100.00");
        var why = ExplainingARedemption.explain(then(account, "2026-03-16T09:30:00Z"), "points", 120, account.book());

        assertThat(why.accepted()).isFalse();
        assertThat(why.refusal()).isEqualTo("insufficient-points");
        assertThat(why.spendable()).isEqualTo(30);
        assertThat(why.missing()).isEqualTo(90);
        assertThat(why.enoughAt()).isEqualTo("2026-03-17T09:30:00Z");
        assertThat(why.sentences().get("en"))
                .isEqualTo("120 points cannot be used now: 30 can be spent, 90 too few. 100 more are pending, and it is"
                        + " enough from 17 March 2026, 17:30 on.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPolicyAndEveryKindOfLineHasWords(Language language) {
        Phrases phrases = Phrases.in(Locale.forLanguageTag(language.tag()));

        assertThat(policies())
                .allSatisfy(code -> assertThat(phrases.policy(code)).isNotEqualTo(code));
        assertThat(EntryKind.values())
                .allSatisfy(kind -> assertThat(phrases.kind(kind)).isNotEqualTo(kind.code()));
    }

    private static Stream<String> policies() {
        return Stream.of(
                        Stream.of(EarningPolicy.values()).map(EarningPolicy::code),
                        Stream.of(ReversalPolicy.values()).map(ReversalPolicy::code),
                        Stream.of(TimePolicy.values()).map(TimePolicy::code),
                        Stream.of(TierPolicy.values()).map(TierPolicy::code),
                        Stream.of(CheckoutPolicy.values()).map(CheckoutPolicy::code),
                        Stream.of(TransferPolicy.values()).map(TransferPolicy::code),
                        Stream.of(GiftPolicy.values()).map(GiftPolicy::code),
                        Stream.of(CorrectionPolicy.values()).map(CorrectionPolicy::code))
                .flatMap(codes -> codes);
    }

    private static AccountThen then(LedgerFixture account, String moment) {
        Instant asOf = Instant.parse(moment);
        return AccountThen.of(Lines.of(account.events()), asOf, null, asOf, account.book());
    }

    /** Something of nearly everything. */
    private static LedgerFixture eventful() {
        RulesFixture rules = rules().pendingAfterPayment(14)
                .expiring(ExpiryRule.rolling(12))
                .capped(2000L, null, null)
                .earning(term("base", "1"), fixed("welcome", 50, firstOrder()))
                .tiers(TiersFixture.spend("silver", "500", "gold", "1000").grace(30))
                .goodwill(new GoodwillRules("points", 100, 1000))
                .reward(tea());
        var account = newAccount().under(rules).paid("A-1", "600.00").paid("A-2", "5000.00");
        account.returned("A-1", "R-1", "200.00").at("2026-04-01T00:00:00Z");
        hold(account, "H-1", 40);
        account.take(new LoyaltyCommand.SpendHeld(LedgerFixture.ACCOUNT, "H-1", account.stamp("spend")));
        hold(account, "H-2", 10);
        account.take(new LoyaltyCommand.ReleaseHeld(LedgerFixture.ACCOUNT, "H-2", false, account.stamp("release")));
        hold(account, "H-3", 10);
        account.at("2026-04-02T00:00:00Z")
                .take(new LoyaltyCommand.HoldForReward(LedgerFixture.ACCOUNT, "H-4", "tea", account.stamp("hold")));
        account.take(new LoyaltyCommand.SpendHeld(LedgerFixture.ACCOUNT, "H-4", account.stamp("spend")));
        account.take(new LoyaltyCommand.ReturnSpent(LedgerFixture.ACCOUNT, "H-1", "R-9", 15L, account.stamp("return")));
        account.take(new LoyaltyCommand.AdjustPoints(
                LedgerFixture.ACCOUNT, "J-1", "points", -10, "error", "mei", account.stamp("adjust")));
        account.take(new LoyaltyCommand.GrantGoodwill(
                LedgerFixture.ACCOUNT, "T-7", 20, "late", "mei", account.stamp("goodwill")));
        var lot = new Lot("L", "points", LedgerFixture.THEN, null, null, null, null);
        account.take(new LoyaltyCommand.ReceivePoints(
                LedgerFixture.ACCOUNT,
                "G-1",
                "acme/1b671a64-40d5-491e-99b0-da01ff1f3341",
                false,
                "points",
                List.of(new GiftEntry.Parcel(lot, 5)),
                account.stamp("receive")));
        account.cancelled("A-2").paid("A-3", "30.00").cancelled("A-4").looked("2027-05-01T00:00:00Z");
        return account;
    }

    private static RewardRules tea() {
        return new RewardRules(
                "tea",
                Map.of(),
                "points",
                100,
                RewardRules.Kind.VOUCHER,
                Money.of("10.00", "CNY"),
                null,
                null,
                null,
                30);
    }

    private static void hold(LedgerFixture account, String holdId, long points) {
        account.take(new LoyaltyCommand.HoldPoints(
                LedgerFixture.ACCOUNT,
                holdId,
                "points",
                points,
                LedgerFixture.order("A-9"),
                account.now().plus(Duration.ofMinutes(5)),
                account.stamp("hold")));
    }

    private static Conditions firstOrder() {
        return new Conditions(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), true, null, null, Map.of());
    }
}
