package io.guanxi.loyalty.account.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.GiftEntry.GoodwillGranted;
import io.guanxi.loyalty.account.domain.GivingRejection.ComplaintIsCompensated;
import io.guanxi.loyalty.account.domain.GivingRejection.GoodwillIsNotOffered;
import io.guanxi.loyalty.account.domain.GivingRejection.GoodwillIsTooMuch;
import io.guanxi.loyalty.account.domain.GivingRejection.YearlyGoodwillReached;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.GrantGoodwill;
import io.guanxi.loyalty.programme.domain.GoodwillRules;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A complaint is compensated with points. */
class GrantingGoodwillTest {

    private final Till till = Till.with(RulesFixture.rules()
                    .goodwill(new GoodwillRules("points", 100, 250))
                    .build())
            .paid("O-1", 10);

    @Test
    void aComplaintGivesPointsAndNamesReasonPersonAndVersion() {
        till.take(grant("T-1", 100));

        GoodwillGranted line = till.last(GoodwillGranted.class);
        assertThat(line.complaint()).isEqualTo("T-1");
        assertThat(line.ruleVersion()).isEqualTo(1);
        assertThat(line.findings()).extracting(Finding::policy).hasSize(3);
        assertThat(till.points().available()).isEqualTo(110);
    }

    @Test
    void theSameGrantHappensOnceAndAnotherForTheSameComplaintNever() {
        till.take(grant("T-1", 80));

        assertThat(Till.eventsOf(till.take(grant("T-1", 80)))).isEmpty();
        assertThat(Till.refusalOf(till.take(grant("T-1", 70)))).isEqualTo(new ComplaintIsCompensated("T-1"));
        till.later(Duration.ofDays(800));
        assertThat(Till.refusalOf(till.take(grant("T-1", 70)))).isEqualTo(new ComplaintIsCompensated("T-1"));
        assertThat(till.points().available()).isEqualTo(90);
    }

    @Test
    void aComplaintGivesNoMoreThanItsLimit() {
        assertThat(Till.refusalOf(till.take(grant("T-1", 101)))).isEqualTo(new GoodwillIsTooMuch(101, 100));
    }

    @Test
    void aYearGivesACustomerNoMoreThanItsLimit() {
        till.take(grant("T-1", 100));
        till.later(Duration.ofDays(200)).take(grant("T-2", 100));

        assertThat(Till.refusalOf(till.take(grant("T-3", 51)))).isEqualTo(new YearlyGoodwillReached(250, 200, 51));
        till.later(Duration.ofDays(165)).take(grant("T-3", 50));
        assertThat(Till.refusalOf(till.take(grant("T-4", 1)))).isEqualTo(new YearlyGoodwillReached(250, 250, 1));
        till.later(Duration.ofNanos(1)).take(grant("T-4", 100));
        assertThat(till.points().available()).isEqualTo(360);
    }

    @Test
    void aProgrammeCanOfferNone() {
        var without = Till.with(RulesFixture.rules().build()).paid("O-1", 10);

        assertThat(Till.refusalOf(without.take(grant("T-1", 1)))).isEqualTo(new GoodwillIsNotOffered());
    }

    private GrantGoodwill grant(String complaint, long points) {
        return new GrantGoodwill(
                Till.ACCOUNT, complaint, points, "broken-cup", "agent-3", new Stamp(complaint, till.now(), till.now()));
    }
}
