package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerEntry.MAIN_PURSE;
import static io.guanxi.loyalty.account.domain.LedgerFixture.ACCOUNT;
import static io.guanxi.loyalty.account.domain.LedgerFixture.THEN;
import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.LedgerFixture.order;
import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static io.guanxi.loyalty.account.domain.RulesFixture.term;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LoyaltyRejection.BalanceWouldBeTooLarge;
import io.guanxi.loyalty.account.domain.LoyaltyRejection.PaymentDiffers;
import io.guanxi.loyalty.account.domain.OrderEntry.NothingEarned;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsEarned;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.domain.lots.Move;
import io.guanxi.loyalty.programme.domain.Conditions;
import io.guanxi.loyalty.programme.domain.EarningTerm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarningPointsTest {

    @Test
    void aPaidOrderEarnsItsRateAndWritesDownWhy() {
        var account = newAccount().placed("A-1").paid("A-1", "12.50");

        String entryId = EffectKey.ofPayment(ACCOUNT, order("A-1"), MAIN_PURSE).entryId();
        assertThat(account.last())
                .isEqualTo(new PointsEarned(
                        entryId,
                        order("A-1"),
                        Money.of("12.50", "CNY"),
                        new AppliedRule(1, BigDecimal.ONE, RoundingMode.DOWN),
                        List.of(
                                new Finding("a-cancelled-order-earns-nothing", false),
                                new Finding("a-currency-without-a-rate-earns-nothing", false),
                                new Finding("an-order-that-meets-no-condition-earns-nothing", false),
                                new Finding("an-amount-earns-its-rate-rounded", true)),
                        12,
                        12,
                        "paid-A-1",
                        "points",
                        List.of(new TermShare(
                                "base", new BigDecimal("12.50"), BigDecimal.ONE, 0, new BigDecimal("12.50"))),
                        new Lot(entryId, "points", THEN, THEN, null, null, null),
                        List.of(new Move(entryId, Bucket.OUTSIDE, Bucket.AVAILABLE, 12)),
                        THEN));
    }

    @ParameterizedTest
    @CsvSource({
        "DOWN, 0.1, 19.99, 1",
        "HALF_UP, 0.1, 15.00, 2",
        "HALF_EVEN, 0.1, 25.00, 2",
        "UP, 0.1, 10.01, 2",
        "DOWN, 1.5, 3.00, 4",
        "DOWN, 100, 0.0099, 0"
    })
    void aFractionOfAPointIsRoundedOncePerOrderAsTheRuleSays(
            RoundingMode rounding, String rate, String amount, long points) {
        var account = newAccount()
                .under(2, rules().rounding(rounding).earning(term("base", rate)).build());

        assertThat(account.paid("A-1", amount).balance()).isEqualTo(points);
    }

    @Test
    void aCurrencyWithItsOwnRateUsesIt() {
        var rules = rules().earning(byCurrency(BigDecimal.ONE, Map.of("JPY", new BigDecimal("0.01"))));

        assertThat(newAccount().under(rules).paid("A-1", "12345", "JPY").balance())
                .isEqualTo(123);
        assertThat(newAccount().under(rules).paid("A-1", "12345", "CNY").balance())
                .isEqualTo(12345);
    }

    @Test
    void aCurrencyWithoutARateEarnsNothingAndSaysSo() {
        var rules = rules().earning(byCurrency(null, Map.of("CNY", BigDecimal.ONE)));
        var account = newAccount().under(rules).paid("A-1", "100.00", "USD");

        assertThat(account.balance()).isZero();
        assertThat(account.last()).isInstanceOfSatisfying(NothingEarned.class, entry -> {
            assertThat(entry.findings().getLast())
                    .isEqualTo(new Finding("a-currency-without-a-rate-earns-nothing", true));
            assertThat(entry.rule().rate()).isNull();
        });
    }

    @Test
    void anOrderOfNothingEarnsNothingAndIsAnEntryAllTheSame() {
        var account = newAccount().paid("A-1", "0.00");

        assertThat(account.last())
                .isInstanceOfSatisfying(
                        NothingEarned.class,
                        entry -> assertThat(entry.findings())
                                .endsWith(new Finding("an-amount-earns-its-rate-rounded", true)));
    }

    @Test
    void anOrderEarnsOnceHoweverOftenItsPaymentIsReported() {
        var account = newAccount().paid("A-1", "12.50");

        assertThat(account.take(account.payment("A-1", "12.5", "CNY"))).isEqualTo(Decision.nothing());
        assertThat(account.balance()).isEqualTo(12);
    }

    @Test
    void anOrderEarnsOnceAlsoUnderALaterRule() {
        var account = newAccount().paid("A-1", "12.50");
        account.under(2, rules().earning(term("base", "10")).build());

        assertThat(account.paid("A-1", "12.50").balance()).isEqualTo(12);
    }

    @Test
    void anOrderOfNothingIsNotAskedAgainUnderALaterRule() {
        var account = newAccount().under(rules().earning()).paid("A-1", "12.50");
        account.under(rules());

        assertThat(account.paid("A-1", "12.50").balance()).isZero();
    }

    @Test
    void aSecondPaymentOfAnotherAmountIsRefused() {
        var account = newAccount().paid("A-1", "12.50");

        assertThat(account.take(account.payment("A-1", "13.00", "CNY")))
                .isEqualTo(Decision.refuse(
                        new PaymentDiffers(order("A-1"), Money.of("12.50", "CNY"), Money.of("13.00", "CNY"))));
        assertThat(account.take(account.payment("A-1", "12.50", "USD"))).isInstanceOf(Decision.Refused.class);
        assertThat(account.balance()).isEqualTo(12);
    }

    @Test
    void aBalanceThatCouldNotBeCountedExactlyIsRefused() {
        var account = newAccount().under(rules().earning(term("base", "1000000")));

        assertThat(account.take(account.payment("A-1", "999999999999999.9999", "CNY")))
                .isEqualTo(Decision.refuse(new BalanceWouldBeTooLarge(order("A-1"))));
    }

    private static EarningTerm byCurrency(@Nullable BigDecimal others, Map<String, BigDecimal> rates) {
        return new EarningTerm("base", MAIN_PURSE, others, rates, 0, Conditions.NONE);
    }
}
