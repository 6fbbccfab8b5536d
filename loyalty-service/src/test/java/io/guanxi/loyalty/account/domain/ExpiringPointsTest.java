package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.TimeEntry.PointsExpired;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The last day counts in full, in the zone of the programme. */
class ExpiringPointsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T09:30:00, 12, 2027-03-02T00:00",
        "2026-01-31T09:30:00, 1, 2026-03-01T00:00",
        "2028-01-31T09:30:00, 1, 2028-03-01T00:00",
        "2028-02-29T09:30:00, 12, 2029-03-01T00:00",
        "2028-02-29T09:30:00, 48, 2032-03-01T00:00",
        "2026-08-31T23:59:59, 6, 2027-03-01T00:00",
        "2026-03-31T00:00:00, 1, 2026-05-01T00:00"
    })
    void rollingPointsEndAfterTheSameDayOfALaterMonthOrItsLastOne(String paid, int months, String end) {
        assertEnds(ExpiryRule.rolling(months), "Asia/Shanghai", paid, end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T09:30:00, --12-31, 0, 2027-01-01T00:00",
        "2026-12-31T23:59:59, --12-31, 0, 2027-01-01T00:00",
        "2027-01-01T00:00:00, --12-31, 0, 2028-01-01T00:00",
        "2026-03-01T09:30:00, --12-31, 1, 2028-01-01T00:00",
        "2026-04-01T00:00:00, --03-31, 0, 2027-04-01T00:00",
        "2026-01-10T00:00:00, --02-29, 0, 2026-03-01T00:00",
        "2026-03-01T00:00:00, --02-29, 1, 2028-03-01T00:00",
        "2028-02-29T12:00:00, --02-29, 0, 2028-03-01T00:00"
    })
    void fixedPointsEndAfterADayOfTheYear(String paid, MonthDay day, int years, String end) {
        assertEnds(ExpiryRule.fixed(day, years), "Asia/Shanghai", paid, end);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29, 2026-03-29T22:00:00Z",
        "Europe/Berlin, 2026-10-25, 2026-10-25T23:00:00Z",
        "America/New_York, 2026-03-08, 2026-03-09T04:00:00Z",
        "Asia/Shanghai, 2026-03-29, 2026-03-29T16:00:00Z",
        "America/Santiago, 2026-09-05, 2026-09-06T04:00:00Z"
    })
    void aLastDayOf23Or25HoursOrBeforeOneWithoutAMidnightCountsInFull(String zone, LocalDate last, String end) {
        var account = newAccount().under(rules().in(zone).expiring(ExpiryRule.rolling(12)));
        account.at(last.minusMonths(12).atTime(12, 0).atZone(ZoneId.of(zone)).toInstant())
                .paid("A-1", "10.00");

        assertThat(account.account().due()).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "Europe/Berlin", "America/New_York", "Pacific/Apia", "UTC"})
    void onEachDayOfFourYearsPointsCanBeUsedOnTheirLastDayAndNotAfter(String zone) {
        ZoneId in = ZoneId.of(zone);
        var rules = rules().in(zone).expiring(ExpiryRule.rolling(1)).book();
        Stream.iterate(LocalDate.of(2026, 1, 1), day -> day.isBefore(LocalDate.of(2030, 1, 1)), day -> day.plusDays(1))
                .forEach(day -> {
                    LocalDate last = lastDayAMonthAfter(day);
                    var account = newAccount().under(rules);
                    account.at(day.atTime(23, 59).atZone(in).toInstant()).paid("A-1", "10.00");
                    account.looked(last.plusDays(1).atStartOfDay(in).toInstant().minusMillis(1));
                    assertThat(account.balance()).as("on %s", last).isEqualTo(10);
                    account.looked(last.plusDays(1).atStartOfDay(in).toInstant());
                    assertThat(account.balance()).as("after %s", last).isZero();
                });
    }

    @Test
    void pointsThatRestTooLongEndTogetherAndEachUseKeepsAllOfThem() {
        var account = newAccount().under(rules().in("UTC").expiring(ExpiryRule.inactivity(6)));
        account.at("2026-01-10T12:00:00Z").paid("A-1", "100.00");
        account.at("2026-05-31T12:00:00Z").paid("A-2", "50.00");
        assertThat(account.account().due()).isEqualTo("2026-12-01T00:00:00Z");

        account.at("2026-08-31T12:00:00Z").spent("H-1", 30);
        assertThat(account.account().due()).isEqualTo("2027-03-01T00:00:00Z");

        account.looked("2027-02-28T23:59:59Z");
        assertThat(account.balance()).isEqualTo(120);
        account.looked("2027-03-01T00:00:00Z");
        assertThat(account.balance()).isZero();
        assertThat(account.events(PointsExpired.class)).hasSize(1);
    }

    @Test
    void aReturnIsNoUseAndKeepsNoPointsAlive() {
        var account = newAccount().under(rules().in("UTC").expiring(ExpiryRule.inactivity(6)));
        account.at("2026-01-10T12:00:00Z").paid("A-1", "100.00");
        account.at("2026-07-01T12:00:00Z").returned("A-1", "R-1", "10.00");

        assertThat(account.account().due()).isEqualTo("2026-07-11T00:00:00Z");
    }

    @Test
    void whatABasketKeepsAsideIsSparedUntilItLetsItGo() {
        var account = newAccount().under(rules().in("UTC").expiring(ExpiryRule.rolling(1)));
        account.at("2026-01-10T12:00:00Z").paid("A-1", "100.00");
        account.at("2026-02-10T23:55:00Z").held("H-1", 30).held("H-2", 35).held("H-3", 35);
        account.at("2026-02-11T00:01:00Z").released("H-1");
        account.released("H-2").spentHeld("H-3");

        assertThat(account.events(PointsExpired.class))
                .extracting(PointsExpired::points)
                .containsExactly(30L, 35L);
        assertThat(account.events(CheckoutEntry.PointsSpent.class)).hasSize(1);
        assertThat(account.balance()).isZero();
    }

    @Test
    void partsOfALotThatEndOneAfterTheOtherAreEntriesOfTheirOwn() {
        var account = newAccount().under(rules().in("UTC").expiring(ExpiryRule.rolling(1)));
        account.at("2026-01-10T12:00:00Z").paid("A-1", "100.00");
        account.at("2026-02-10T23:55:00Z").held("H-1", 25).held("H-2", 25).held("H-3", 25);
        account.at("2026-02-11T00:01:00Z").released("H-1");
        account.released("H-2").released("H-3");

        assertThat(account.events(PointsExpired.class)).hasSize(4);
        assertThat(account.events(PointsExpired.class))
                .extracting(PointsExpired::entryId)
                .doesNotHaveDuplicates();
    }

    @Test
    void pointsOfAnOrderThatIsHeardOfAfterTheirLastDayEndAtOnce() {
        var account = newAccount().under(rules().in("UTC").expiring(ExpiryRule.rolling(1)));

        account.at("2026-06-01T12:00:00Z").paidBefore("A-1", "100.00", "1970-01-01T00:00:00Z");

        assertThat(account.balance()).isZero();
        assertThat(account.last(PointsExpired.class).at()).isEqualTo("2026-06-01T12:00:00Z");
    }

    private static LocalDate lastDayAMonthAfter(LocalDate day) {
        LocalDate firstOfNext = day.withDayOfMonth(1).plusMonths(1);
        return firstOfNext.withDayOfMonth(Math.min(day.getDayOfMonth(), firstOfNext.lengthOfMonth()));
    }

    private static void assertEnds(ExpiryRule rule, String zone, String paid, String end) {
        ZoneId in = ZoneId.of(zone);
        var account = newAccount().under(rules().in(zone).expiring(rule));
        account.at(LocalDateTime.parse(paid).atZone(in).toInstant()).paid("A-1", "10.00");

        assertThat(account.account().due())
                .isEqualTo(LocalDateTime.parse(end).atZone(in).toInstant());
        account.looked(account.account().due());
        assertThat(account.balance()).isZero();
    }
}
