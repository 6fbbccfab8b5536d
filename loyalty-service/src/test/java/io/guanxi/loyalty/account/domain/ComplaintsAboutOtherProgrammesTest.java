package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static io.guanxi.loyalty.account.domain.RulesFixture.term;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What users of other loyalty engines complain about most, by name. */
class ComplaintsAboutOtherProgrammesTest {

    @Test
    void buyRefundKeepPoints() {
        assertThat(newAccount()
                        .paid("A-1", "199.99")
                        .returned("A-1", "R-1", "199.99")
                        .balance())
                .isZero();
    }

    @Test
    void buyCancelKeepPoints() {
        assertThat(newAccount().paid("A-1", "199.99").cancelled("A-1").balance())
                .isZero();
    }

    @Test
    void partialRefundRoundingTakesMoreThanWasEarned() {
        var account = newAccount().paid("A-1", "9.99");
        IntStream.rangeClosed(1, 9).forEach(i -> account.returned("A-1", "R-" + i, "1.11"));

        assertThat(account.balance()).isZero();
        assertThat(account.points().used()).isEqualTo(9);
    }

    @Test
    void partialRefundRoundingLeavesPointsBehind() {
        var rules = rules().rounding(RoundingMode.UP).earning(term("base", "0.5"));
        var account = newAccount().under(rules).paid("A-1", "3.00");
        assertThat(account.balance()).isEqualTo(2);
        IntStream.rangeClosed(1, 300).forEach(i -> account.returned("A-1", "R-" + i, "0.01"));

        assertThat(account.balance()).isZero();
    }

    @Test
    void aRefundBelowAPointIsForgottenEachTime() {
        var account = newAccount().paid("A-1", "100.00");
        IntStream.rangeClosed(1, 50).forEach(i -> account.returned("A-1", "R-" + i, "0.90"));

        assertThat(account.balance()).isEqualTo(100 - 45);
    }

    @Test
    void doubleCreditOnReplay() {
        var account = newAccount();
        for (int i = 0; i < 100; i++) {
            account.placed("A-1").paid("A-1", "50.00").returned("A-1", "R-1", "20.00");
        }

        assertThat(account.balance()).isEqualTo(30);
        assertThat(account.events()).hasSize(5);
    }

    @Test
    void doubleReversalWhenAReturnAndACancellationMeet() {
        var account = newAccount()
                .paid("A-1", "50.00")
                .paid("A-2", "50.00")
                .returned("A-1", "R-1", "50.00")
                .cancelled("A-1")
                .returned("A-1", "R-2", "50.00");

        assertThat(account.balance()).isEqualTo(50);
    }

    @Test
    void refundAfterTheRateWasChangedTakesTheNewRate() {
        var account = newAccount().paid("A-1", "50.00").paid("A-2", "500.00");
        account.under(2, rules().earning(term("base", "10")).build());

        assertThat(account.returned("A-1", "R-1", "50.00").balance()).isEqualTo(500);
    }

    @Test
    void cancelledBeforePaidButPaidLaterKeepsPoints() {
        assertThat(newAccount().cancelled("A-1").paid("A-1", "80.00").balance()).isZero();
    }
}
