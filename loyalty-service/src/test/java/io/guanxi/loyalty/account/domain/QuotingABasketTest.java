package io.guanxi.loyalty.account.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guanxi.loyalty.account.domain.CheckoutRejection.InsufficientPoints;
import io.guanxi.loyalty.account.domain.CheckoutRejection.TierIsTooLow;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsEarned;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.MaturityRule;
import io.guanxi.loyalty.programme.domain.ReversalRules.Shortfall;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotingABasketTest {

    @Test
    void aNewcomerIsToldWhatTheFirstOrderWouldEarn() {
        var till = Till.newCustomer();

        Quote quote = till.quote("o1", 120);

        assertThat(quote.gains()).extracting(Quote.Gain::purse).containsExactly("points", "status");
        assertThat(quote.gains().getFirst().calculation().points()).isEqualByComparingTo("120");
        assertThat(quote.gains().getFirst().lot().expires()).isEqualTo("2027-03-02T16:00:00Z");
        assertThat(quote.powers().getFirst().points()).isZero();
        assertThat(quote.vouchers()).isEmpty();
        assertThat(quote.tier()).isNull();
        assertThat(till.events()).isEmpty();
    }

    @Test
    void theOrderEarnsWhatWasQuoted() {
        var till = Till.newCustomer().paid("o1", 3);

        EarningCalculation quoted = till.quote("o2", 77).gains().getFirst().calculation();
        till.paid("o2", 77);

        PointsEarned earned = till.events().stream()
                .filter(event -> event instanceof PointsEarned e
                        && e.order().equals(Till.order("o2"))
                        && e.purse().equals("points"))
                .map(PointsEarned.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(earned.points()).isEqualTo(quoted.points().longValueExact());
        assertThat(earned.terms()).isEqualTo(quoted.terms());
        assertThat(earned.findings()).isEqualTo(quoted.findings());
    }

    @Test
    void whatIsDueHasHappenedInAQuoteThoughNothingIsRecorded() {
        var till = Till.with(Till.rules(
                        ExpiryRule.NEVER, new MaturityRule(MaturityRule.Start.PAID, 14, null), Shortfall.DEBT))
                .paid("o1", 100);
        int recorded = till.events().size();

        assertThat(till.quote("o2", 10).powers().getFirst())
                .extracting("available", "pending")
                .containsExactly(0L, 100L);
        till.later(Duration.ofDays(14));
        assertThat(till.quote("o2", 10).powers().getFirst().points()).isEqualTo(100);
        assertThat(till.events()).hasSize(recorded);
    }

    @Test
    void rewardsSayWhetherTheyCanBeHadAndWhyNot() {
        var till = Till.newCustomer().paid("o1", 90);

        assertThat(till.quote("o2", 10).rewards())
                .extracting(offer -> offer.reward().code(), Quote.Offer::refusal)
                .containsExactly(
                        tuple("ten-off", new InsufficientPoints(100, 90, 0, 0, null)),
                        tuple("mug", null),
                        tuple("gold-mug", new TierIsTooLow("gold-mug", "gold", "basic")));
    }

    @Test
    void aVoucherIsOfferedToTheOrderThatKeepsIt() {
        var till = Till.newCustomer().paid("o1", 100);
        till.holdFor("ten-off", "h1");
        till.spend("h1");
        till.reserve(till.soleVoucher().voucherId(), "o2");

        assertThat(till.quote("o2", 10).vouchers()).hasSize(1);
        assertThat(till.quote("o3", 10).vouchers()).isEmpty();
    }
}
