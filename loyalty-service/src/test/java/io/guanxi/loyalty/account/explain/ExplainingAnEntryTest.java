package io.guanxi.loyalty.account.explain;

import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static io.guanxi.loyalty.account.domain.RulesFixture.term;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.LedgerFixture;
import io.guanxi.loyalty.account.explain.Explanation.Input;
import io.guanxi.loyalty.account.explain.Explanation.PolicyDecision;
import io.guanxi.loyalty.account.explain.Explanation.Rule;
import io.guanxi.loyalty.account.explain.Explanation.Step;
import io.guanxi.loyalty.programme.domain.Conditions;
import io.guanxi.loyalty.programme.domain.EarningTerm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainingAnEntryTest {

    @Test
    void earnedPointsAreExplainedByTheAmountTheRateAndTheRounding() {
        var why = explainLast(newAccount().paid("A-1", "12.50"));

        assertThat(why.inputs()).containsExactly(new Input("payment", "paid-A-1"));
        assertThat(why.rule()).isEqualTo(new Rule(1, "1", "CNY", "down"));
        assertThat(why.steps())
                .containsExactly(
                        new Step("paid", "12.50", "CNY"),
                        new Step("rate", "1", "points per CNY"),
                        new Step("paid-times-rate", "12.50", "points"),
                        new Step("change", "12", "points"),
                        new Step("balance", "12", "points"));
        assertThat(why.policies())
                .extracting(PolicyDecision::policy, PolicyDecision::applied)
                .containsExactly(
                        tuple("a-cancelled-order-earns-nothing", false),
                        tuple("a-currency-without-a-rate-earns-nothing", false),
                        tuple("an-order-that-meets-no-condition-earns-nothing", false),
                        tuple("an-amount-earns-its-rate-rounded", true));
        assertThat(why.sentences())
                .containsOnly(
                        Map.entry(
                                "en",
                                "Order A-1 was paid with 12.50 CNY. Version 1 of the rule gives 1 point for 1 CNY:"
                                        + " 12.50 × 1 = 12.50, rounded down to 12 points. The balance is 12 points."),
                        Map.entry(
                                "zh-CN",
                                "订单 A-1 已支付 12.50 CNY。按规则第 1 版,每 1 CNY 计 1 积分:"
                                        + "12.50 × 1 = 12.50,向下取整为 12 积分。当前余额为 12 积分。"));
    }

    @Test
    void aPartialReturnIsExplainedByItsShare() {
        var why = explainLast(newAccount()
                .paid("A-1", "90.00")
                .returned("A-1", "R-1", "10.00")
                .returned("A-1", "R-2", "20.50"));

        assertThat(why.inputs()).containsExactly(new Input("payment", "paid-A-1"), new Input("return", "returned-R-2"));
        assertThat(why.steps())
                .contains(
                        new Step("refunded-so-far", "30.50", "CNY"),
                        new Step("earned-times-refunded-by-paid", "30.500000", "points"),
                        new Step("due", "30", "points"),
                        new Step("reversed-before", "10", "points"),
                        new Step("change", "-20", "points"),
                        new Step("balance", "60", "points"));
        assertThat(why.sentences())
                .containsEntry(
                        "en",
                        "Return R-2 of order A-1 refunds 20.50 CNY, so 30.50 of the 90.00 CNY paid are refunded: 90 points"
                                + " × 30.50 ÷ 90.00 = 30.500000, rounded down to 30. 10 were reversed before, so 20 are"
                                + " reversed now. The balance is 60 points.")
                .containsEntry(
                        "zh-CN",
                        "订单 A-1 的退货 R-2 退款 20.50 CNY,累计退款 30.50(实付 90.00 CNY):90 × 30.50 ÷ 90.00 ="
                                + " 30.500000,向下取整为 30 积分。此前已扣回 10 积分,本次扣回 20 积分。当前余额为 60 积分。");
    }

    @Test
    void aRefundThatIsCarriedForwardSaysSo() {
        var why = explainLast(newAccount().paid("A-1", "10.00").returned("A-1", "R-1", "0.60"));

        assertThat(why.sentences().get("en")).contains("= 0.600000, rounded down to 0.", "counts with the next one");
        assertThat(why.sentences().get("zh-CN")).contains("计入下一次退货");
    }

    @Test
    void aCancellationIsExplainedByWhatWasLeft() {
        var why = explainLast(
                newAccount().paid("A-1", "12.00").returned("A-1", "R-1", "5.00").cancelled("A-1"));

        assertThat(why.sentences())
                .containsEntry(
                        "en",
                        "Order A-1 was cancelled. It had earned 12 points, 5 were reversed before, so the remaining 7 are"
                                + " reversed. The balance is 0 points.")
                .containsEntry("zh-CN", "订单 A-1 已取消。该订单曾获得 12 积分,此前已扣回 5 积分,现扣回其余 7 积分。当前余额为 0 积分。");
    }

    @Test
    void nothingIsExplainedToo() {
        assertThat(english(newAccount().cancelled("A-1")))
                .startsWith("Order A-1 was cancelled before a payment was known.");
        assertThat(english(newAccount().cancelled("A-1").paid("A-1", "12.00")))
                .startsWith("Order A-1 was paid with 12.00 CNY. It had been cancelled before");
        assertThat(english(newAccount()
                        .under(3, rules().earning(onlyDollars()).build())
                        .paid("A-1", "12.00")))
                .contains("Version 3 of the rule has no rate for CNY");
        assertThat(english(newAccount().paid("A-1", "0.99"))).contains("0.99 × 1 = 0.99, rounded down to 0 points.");
    }

    @Test
    void aPaymentOfACancelledOrderShowsNoProductThatWasNotAsked() {
        var why = explainLast(newAccount().cancelled("A-1").paid("A-1", "12.00"));

        assertThat(why.steps()).extracting(Step::name).containsExactly("paid", "change", "balance");
    }

    @Test
    void theRuleOfThatTimeIsTheOneThatExplains() {
        var account = newAccount()
                .under(
                        7,
                        rules().rounding(RoundingMode.HALF_UP)
                                .earning(term("base", "0.25"))
                                .build())
                .paid("A-1", "10.00");
        account.under(8, rules().build());

        assertThat(explainLast(account).rule()).isEqualTo(new Rule(7, "0.25", "CNY", "half-up"));
        assertThat(english(account))
                .contains("gives 0.25 points for 1 CNY: 10.00 × 0.25 = 2.5000, rounded to the nearest");
    }

    @ParameterizedTest
    @CsvSource({
        "zh, zh-CN",
        "zh-TW, zh-CN",
        "en-GB, en",
        "de, en",
        "*, en",
        "'de, zh-CN;q=0.5, en;q=0.4', zh-CN",
        "'zh;q=0, en;q=0.1', en",
        "'zh-CN,zh;q=0.9,en;q=0.8', zh-CN",
        "'q=,;;', en",
        ", en"
    })
    void aReaderIsAnsweredInTheBestOfTwoLanguages(String wanted, String answered) {
        assertThat(Language.best(wanted).tag()).isEqualTo(answered);
    }

    private static EarningTerm onlyDollars() {
        return new EarningTerm("base", LedgerEntry.MAIN_PURSE, null, Map.of("USD", BigDecimal.ONE), 0, Conditions.NONE);
    }

    private static String english(LedgerFixture account) {
        return explainLast(account).sentences().get("en");
    }

    private static Explanation explainLast(LedgerFixture account) {
        return ExplainingAnEntry.explain((LedgerEntry) account.last());
    }
}
