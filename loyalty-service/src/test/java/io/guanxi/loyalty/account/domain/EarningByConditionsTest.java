package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerEntry.MAIN_PURSE;
import static io.guanxi.loyalty.account.domain.LedgerFixture.THEN;
import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.LedgerFixture.order;
import static io.guanxi.loyalty.account.domain.RulesFixture.fixed;
import static io.guanxi.loyalty.account.domain.RulesFixture.into;
import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static io.guanxi.loyalty.account.domain.RulesFixture.term;
import static io.guanxi.loyalty.account.domain.TiersFixture.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.OrderEntry.NothingEarned;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsEarned;
import io.guanxi.loyalty.programme.domain.Conditions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarningByConditionsTest {

    @Test
    void aCategoryEarnsForItsLinesOnly() {
        var account = newAccount()
                .under(rules().earning(term("base", "1"), term("tea", "2", asking(Set.of("tea"), Set.of()))));

        account.paid(basket("A-1", "100.00", goods("tea", "Longjing", "30.00"), goods("cups", null, "70.00")));

        assertThat(account.balance()).isEqualTo(100 + 60);
        assertThat(account.last(PointsEarned.class).terms())
                .extracting(TermShare::term, TermShare::amount, TermShare::points)
                .containsExactly(
                        tuple("base", new BigDecimal("100.00"), new BigDecimal("100.00")),
                        tuple("tea", new BigDecimal("30.00"), new BigDecimal("60.00")));
    }

    @Test
    void aCategoryAndABrandMustBeThoseOfOneLine() {
        var account = newAccount().under(rules().earning(term("tea", "1", asking(Set.of("tea"), Set.of("Longjing")))));

        account.paid(basket(
                "A-1",
                "100.00",
                goods("tea", "Puer", "40.00"),
                goods("cups", "Longjing", "50.00"),
                goods("tea", "Longjing", "10.00")));

        assertThat(account.balance()).isEqualTo(10);
    }

    @Test
    void chosenLinesEarnForNoMoreThanWasPaidForTheOrder() {
        var account = newAccount().under(rules().earning(term("tea", "1", asking(Set.of("tea"), Set.of()))));

        account.paid(basket("A-1", "80.00", goods("tea", null, "100.00")));

        assertThat(account.balance()).isEqualTo(80);
    }

    @Test
    void anOrderWithoutAChosenLineEarnsNothingAndSaysWhy() {
        var account = newAccount().under(rules().earning(term("tea", "1", asking(Set.of("tea"), Set.of()))));

        account.paid(basket("A-1", "80.00", goods("cups", null, "80.00")));

        assertThat(account.last())
                .isInstanceOfSatisfying(
                        NothingEarned.class,
                        nothing -> assertThat(
                                        nothing.becauseOf(EarningPolicy.AN_ORDER_THAT_MEETS_NO_CONDITION_EARNS_NOTHING))
                                .isTrue());
    }

    @ParameterizedTest
    @CsvSource({"app, 110", "web, 10", ", 10"})
    void aChannelMayEarnMore(@Nullable String channel, long points) {
        var account = newAccount()
                .under(rules().earning(
                                term("base", "1"),
                                fixed("by-app", 100, conditions(Set.of("app"), Set.of(), Set.of(), Set.of()))));

        account.paid(
                new OrderFacts(order("A-1"), Money.of("10.00", "CNY"), THEN, List.of(), channel, Set.of(), null, null));

        assertThat(account.balance()).isEqualTo(points);
    }

    @Test
    void anOccasionOfTheOrderMayEarnMore() {
        var birthday = term("birthday", "2", conditions(Set.of(), Set.of(), Set.of(), Set.of("birthday")));
        var account = newAccount().under(rules().earning(birthday));

        account.paid(onOccasion("A-1", Set.of()));
        assertThat(account.balance()).isZero();
        account.paid(onOccasion("A-2", Set.of("wedding", "birthday")));
        assertThat(account.balance()).isEqualTo(20);
    }

    @Test
    void theTierOfBeforeTheOrderCounts() {
        var forGold = term("gold", "1", conditions(Set.of(), Set.of("gold"), Set.of(), Set.of()));
        var account =
                newAccount().under(rules().earning(term("base", "1"), forGold).tiers(spend("gold", "100")));

        account.paid("A-1", "100.00");
        assertThat(account.account().tier().tier()).isEqualTo("gold");
        assertThat(account.balance()).isEqualTo(100);
        assertThat(account.paid("A-2", "100.00").balance()).isEqualTo(300);
    }

    @Test
    void aGradeMayEarnMore() {
        var account = newAccount()
                .under(rules().earning(term("vip", "1", conditions(Set.of(), Set.of(), Set.of("platinum"), Set.of()))))
                .paid("A-1", "10.00");
        assertThat(account.balance()).isZero();

        account.take(new LoyaltyCommand.NoteGrade(LedgerFixture.ACCOUNT, "platinum", account.stamp("graded")));
        assertThat(account.paid("A-2", "10.00").balance()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-31T15:59:59Z, 0",
        "2026-10-31T16:00:00Z, 10",
        "2026-11-11T15:59:59.999Z, 10",
        "2026-11-11T16:00:00Z, 0"
    })
    void aCampaignLastsFromItsFirstToItsLastDayInTheProgrammesZone(String paid, long points) {
        var campaign = new Conditions(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                false,
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 11),
                Map.of());
        var account = newAccount().under(rules().in("Asia/Shanghai").earning(term("singles-day", "1", campaign)));

        assertThat(account.at(paid).paid("A-1", "10.00").balance()).isEqualTo(points);
    }

    @Test
    void aWelcomeIsForTheFirstOrderAndGivenOnce() {
        var account = newAccount().under(rules().earning(fixed("welcome", 100, firstOrder())));

        assertThat(account.paid("A-1", "1.00").balance()).isEqualTo(100);
        assertThat(account.paid("A-2", "1.00").balance()).isEqualTo(100);
    }

    @Test
    void aWelcomeThatACancelledOrderTookWithItIsGivenToTheNext() {
        var account = newAccount().under(rules().earning(fixed("welcome", 100, firstOrder())));

        account.paid("A-1", "1.00").cancelled("A-1");
        assertThat(account.balance()).isZero();
        assertThat(account.paid("A-2", "1.00").balance()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"98.99, CNY, 0", "99.00, CNY, 50", "1.00, USD, 50"})
    void aMinimumIsThatOfTheOrdersCurrency(String amount, String currency, long points) {
        var least = new Conditions(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                false,
                null,
                null,
                Map.of("CNY", new BigDecimal("99")));
        var account = newAccount().under(rules().earning(fixed("large", 50, least)));

        assertThat(account.paid("A-1", amount, currency).balance()).isEqualTo(points);
    }

    @Test
    void severalTermsAreAddedExactlyAndRoundedOnce() {
        var account = newAccount()
                .under(rules().rounding(RoundingMode.DOWN)
                        .earning(term("one", "0.333333"), term("two", "0.333333"), term("three", "0.333334")));

        assertThat(account.paid("A-1", "5.00").balance()).isEqualTo(5);
    }

    @Test
    void aTermOfAnotherPurseFillsThatPurseOnly() {
        var account = newAccount()
                .under(rules().statusPurse("miles").earning(term("base", "1"), into("miles", term("flight", "3"))));

        account.paid("A-1", "10.00").returned("A-1", "R-1", "5.00");

        assertThat(account.balance()).isEqualTo(5);
        assertThat(account.account().purse("miles").available()).isEqualTo(15);
        assertThat(account.events(PointsEarned.class))
                .extracting(PointsEarned::purse)
                .containsExactly(MAIN_PURSE, "miles");
        assertThat(account.cancelled("A-1").account().purse("miles").available())
                .isZero();
    }

    @Test
    void anOrderOfWhichOnlyAnotherPurseEarnsSaysWhyTheMainOneDoesNot() {
        var account = newAccount().under(rules().statusPurse("miles").earning(into("miles", term("flight", "3"))));

        account.paid("A-1", "10.00");

        assertThat(account.events(NothingEarned.class)).hasSize(1);
        assertThat(account.account().purse("miles").available()).isEqualTo(30);
    }

    private static OrderFacts basket(String id, String paid, OrderFacts.Goods... goods) {
        return new OrderFacts(order(id), Money.of(paid, "CNY"), THEN, List.of(goods), null, Set.of(), null, null);
    }

    private static OrderFacts.Goods goods(String category, @Nullable String brand, String amount) {
        return new OrderFacts.Goods(category, brand, new BigDecimal(amount));
    }

    private static OrderFacts onOccasion(String id, Set<String> occasions) {
        return new OrderFacts(order(id), Money.of("10.00", "CNY"), THEN, List.of(), null, occasions, null, null);
    }

    private static Conditions asking(Set<String> categories, Set<String> brands) {
        return new Conditions(categories, brands, Set.of(), Set.of(), Set.of(), Set.of(), false, null, null, Map.of());
    }

    private static Conditions conditions(
            Set<String> channels, Set<String> tiers, Set<String> grades, Set<String> occasions) {
        return new Conditions(Set.of(), Set.of(), channels, tiers, grades, occasions, false, null, null, Map.of());
    }

    private static Conditions firstOrder() {
        return new Conditions(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), true, null, null, Map.of());
    }
}
