package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.RulesFixture.fixed;
import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static io.guanxi.loyalty.account.domain.RulesFixture.term;
import static io.guanxi.loyalty.account.domain.TiersFixture.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.EarnForPayment;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsEarned;
import io.guanxi.loyalty.programme.domain.Conditions;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What comes late is posted at the account's present time, and judged by its own. */
class HearingOfOrdersLateTest {

    private final LedgerFixture account = newAccount().under(rules().in("UTC"));

    @Test
    void aLateOrderIsPostedAtTheTimeOfTheAccount() {
        account.at("2026-06-01T00:00:00Z").paid("A-1", "10.00");
        account.take(toldOf("A-2", "2026-05-01T00:00:00Z"));

        assertThat(account.last(PointsEarned.class).at()).isEqualTo("2026-06-01T00:00:00Z");
        assertThat(account.last(PointsEarned.class).lot().since()).isEqualTo("2026-05-01T00:00:00Z");
    }

    @Test
    void whatWasDueBeforeAnEventHappensBeforeItThoughNobodyLooked() {
        account.under(rules().in("UTC").expiring(ExpiryRule.rolling(1)));
        account.at("2026-01-10T12:00:00Z").paid("A-1", "10.00");
        account.at("2026-06-01T00:00:00Z").paid("A-2", "20.00");

        assertThat(account.events(LedgerEntry.class))
                .extracting(LedgerEntry::change)
                .containsExactly(10L, -10L, 20L);
        assertThat(account.events(TimeEntry.class))
                .extracting(TimeEntry::at)
                .containsExactly(Instant.parse("2026-02-11T00:00:00Z"));
    }

    @Test
    void anOrderThatIsDatedInTheFutureWaitsForItsDateAndAgesFromIt() {
        account.under(rules().in("UTC").expiring(ExpiryRule.rolling(1)));
        account.at("2026-01-10T12:00:00Z").paidBefore("A-1", "10.00", "2026-03-01T00:00:00Z");
        assertThat(account.points().pending()).isEqualTo(10);
        assertThat(account.account().clock()).isEqualTo("2026-01-10T12:00:00Z");

        assertThat(account.looked("2026-03-01T00:00:00Z").balance()).isEqualTo(10);
        assertThat(account.account().due()).isEqualTo("2026-04-02T00:00:00Z");
    }

    @Test
    void anOrderOfAShopWithoutAClockIsAnOrderOfLongAgo() {
        account.under(rules().in("UTC").tiers(spend("gold", "10")));
        account.at("2026-01-10T12:00:00Z").paidBefore("A-1", "10.00", "1970-01-01T00:00:00Z");

        assertThat(account.balance()).isEqualTo(10);
        assertThat(account.tier()).as("it is in no window").isEqualTo("basic");
        assertThat(account.last(PointsEarned.class).at()).isEqualTo("2026-01-10T12:00:00Z");
    }

    @Test
    void anOrderIsJudgedByTheVersionThatHeldWhenItWasPaid() {
        account.at("2026-01-01T00:00:00Z");
        account.publishing(2, "2026-02-01T00:00:00Z", rules().in("UTC").earning(term("base", "2")));

        account.at("2026-01-31T23:59:59.999Z").paid("A-1", "10.00");
        account.at("2026-02-01T00:00:00Z").paid("A-2", "10.00");
        account.at("2026-07-01T00:00:00Z").paidBefore("A-3", "10.00", "2026-01-15T00:00:00Z");

        assertThat(account.events(PointsEarned.class))
                .extracting(PointsEarned::points, earned -> earned.rule().version())
                .containsExactly(tuple(10L, 1), tuple(20L, 2), tuple(10L, 1));
    }

    @Test
    void aVersionThatIsPublishedLaterDoesNotChangeWhatWasJudged() {
        account.at("2026-03-01T00:00:00Z").paid("A-1", "10.00");
        account.at("2026-04-01T00:00:00Z")
                .under(account.book()
                        .with(new PublishedRules(
                                2,
                                Instant.parse("2026-01-01T00:00:00Z"),
                                null,
                                account.now(),
                                null,
                                rules().earning(term("base", "2")).build())));

        assertThat(account.paidBefore("A-1", "10.00", "2026-03-01T00:00:00Z").balance())
                .isEqualTo(10);
        assertThat(account.returned("A-1", "R-1", "5.00").balance()).isEqualTo(5);
    }

    @Test
    void pointsKeepTheTermsOfTheVersionThatMadeThem() {
        account.at("2026-01-10T00:00:00Z").under(rules().in("UTC").expiring(ExpiryRule.rolling(1)));
        account.publishing(2, "2026-02-01T00:00:00Z", rules().in("UTC")).paid("A-1", "10.00");
        account.at("2026-02-05T00:00:00Z").paid("A-2", "10.00");

        account.looked("2026-02-11T00:00:00Z");
        assertThat(account.balance()).isEqualTo(10);
        assertThat(account.account().due()).isNull();
    }

    @Test
    void ofTwoOrdersTheOneThatArrivesFirstIsTheFirst() {
        var welcome =
                new Conditions(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), true, null, null, Map.of());
        account.under(rules().earning(fixed("welcome", 100, welcome)));

        account.at("2026-03-05T00:00:00Z").paid("A-2", "10.00");
        account.paidBefore("A-1", "10.00", "2026-03-01T00:00:00Z");
        assertThat(account.balance()).isEqualTo(100);
    }

    /** The event bears the time of the payment, which is before the account's. */
    private EarnForPayment toldOf(String order, String paidAt) {
        Instant then = Instant.parse(paidAt);
        return new EarnForPayment(
                LedgerFixture.ACCOUNT,
                OrderFacts.of(LedgerFixture.order(order), Money.of("10.00", "CNY"), then),
                new Stamp("paid-" + order, then, account.now()));
    }
}
