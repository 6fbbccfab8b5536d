package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerFixture.ACCOUNT;
import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static io.guanxi.loyalty.account.domain.TiersFixture.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guanxi.kernel.Decision;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.LiftTierFloor;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.SetTierFloor;
import io.guanxi.loyalty.account.domain.TierEvent.Reason;
import io.guanxi.loyalty.account.domain.TierEvent.TierChanged;
import io.guanxi.loyalty.account.domain.TierEvent.TierFloorChanged;
import io.guanxi.loyalty.account.domain.TierEvent.TierGraceBegan;
import io.guanxi.loyalty.account.domain.TierEvent.TierKept;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeepingAndLosingTiersTest {

    private final LedgerFixture account = newAccount().at("2026-03-01T00:00:00Z");

    @Test
    void aTierReachedInACalendarCycleLastsToTheEndOfTheNext() {
        gold(spend("silver", "500", "gold", "1000"));

        account.looked("2027-12-31T23:59:59Z");
        assertThat(account.tier()).isEqualTo("gold");
        account.looked("2028-01-01T00:00:00Z");
        assertThat(account.tier()).isEqualTo("basic");
        assertThat(account.last(TierChanged.class).reason()).isEqualTo(Reason.REVIEW);
        assertThat(account.account().due()).as("nothing to review any more").isNull();
    }

    @Test
    void aTierThatIsEarnedAgainIsKept() {
        gold(spend("silver", "500", "gold", "1000"));
        account.at("2027-05-01T00:00:00Z").paid("A-2", "1000.00");

        account.looked("2028-01-01T00:00:00Z");
        assertThat(account.tier()).isEqualTo("gold");
        assertThat(account.last(TierKept.class).standing().review()).isEqualTo("2029-01-01T00:00:00Z");
    }

    @Test
    void aRollingTierLastsFromTheDayItWasReached() {
        gold(spend("gold", "1000").rolling(12));
        assertThat(account.account().due()).isEqualTo("2027-03-02T00:00:00Z");

        account.at("2027-03-01T12:00:00Z").paid("A-2", "1000.00").looked("2027-03-02T00:00:00Z");
        assertThat(account.tier()).isEqualTo("gold");
        account.looked(account.account().due());
        assertThat(account.tier()).isEqualTo("basic");
        assertThat(account.last(TierChanged.class).at()).isEqualTo("2028-03-03T00:00:00Z");
    }

    @Test
    void whatMadeARollingTierDoesNotKeepItToo() {
        gold(spend("gold", "1000").rolling(12));

        account.at("2027-03-01T12:00:00Z").paid("A-2", "999.00").looked("2027-03-02T00:00:00Z");
        assertThat(account.tier()).isEqualTo("basic");
    }

    @Test
    void aFallCanBeToWhatIsEarned() {
        gold(spend("silver", "500", "gold", "1000", "platinum", "5000"));
        account.at("2027-05-01T00:00:00Z").paid("A-2", "700.00").looked("2028-01-01T00:00:00Z");

        assertThat(account.tier()).isEqualTo("silver");
    }

    @Test
    void aFallCanBeByOneTierAtEachReview() {
        gold(spend("silver", "500", "gold", "1000").fallingByOne());

        assertThat(account.looked("2028-01-01T00:00:00Z").tier()).isEqualTo("silver");
        assertThat(account.looked("2028-12-31T23:59:59Z").tier()).isEqualTo("silver");
        assertThat(account.looked("2029-01-01T00:00:00Z").tier()).isEqualTo("basic");
    }

    @Test
    void inTheTimeOfGraceTheTierIsKept() {
        gold(spend("silver", "500", "gold", "1000").grace(30));

        account.looked("2028-01-30T23:59:59Z");
        assertThat(account.tier()).isEqualTo("gold");
        assertThat(account.last(TierGraceBegan.class).standing().grace()).isEqualTo("2028-01-31T00:00:00Z");
        account.looked("2028-01-31T00:00:00Z");
        assertThat(account.tier()).isEqualTo("basic");
        assertThat(account.last(TierChanged.class).reason()).isEqualTo(Reason.GRACE_ENDED);
    }

    @Test
    void whatIsBoughtInTheTimeOfGraceCanStillBeEnough() {
        gold(spend("silver", "500", "gold", "1000").grace(30));
        account.at("2027-05-01T00:00:00Z").paid("A-2", "700.00");
        account.at("2028-01-10T00:00:00Z").paid("A-3", "300.00").looked("2028-01-31T00:00:00Z");

        assertThat(account.tier()).isEqualTo("gold");
        assertThat(account.account().due()).isEqualTo("2029-01-01T00:00:00Z");
    }

    @Test
    void afterTheGraceOneFallsNoFurtherThanTheReviewFound() {
        gold(spend("silver", "500", "gold", "1000").grace(30));
        account.at("2027-05-01T00:00:00Z").paid("A-2", "700.00").looked("2028-01-31T00:00:00Z");

        assertThat(account.tier()).isEqualTo("silver");
    }

    @Test
    void aTierReachedInTheTimeOfGraceEndsIt() {
        gold(spend("gold", "1000", "platinum", "2000").grace(30));
        account.at("2028-01-10T00:00:00Z").paid("A-2", "2000.00");
        assertThat(account.tier()).isEqualTo("platinum");

        account.looked("2029-12-31T23:59:59Z");
        assertThat(account.tier()).isEqualTo("platinum");
    }

    @Test
    void yearsInWhichNobodyLookedAreReviewedOneByOneAndEachInItsTime() {
        gold(spend("silver", "500", "gold", "1000", "platinum", "2000").fallingByOne());
        account.at("2026-12-01T00:00:00Z").paid("A-2", "1000.00");
        assertThat(account.tier()).isEqualTo("platinum");

        account.looked("2036-07-01T00:00:00Z");
        assertThat(account.events(TierChanged.class))
                .filteredOn(change -> change.reason() == Reason.REVIEW)
                .extracting(
                        change -> change.at().toString(),
                        change -> change.standing().tier())
                .containsExactly(
                        tuple("2028-01-01T00:00:00Z", "gold"),
                        tuple("2029-01-01T00:00:00Z", "silver"),
                        tuple("2030-01-01T00:00:00Z", "basic"));
    }

    @Test
    void aDowngradeIsAppliedBeforeTheNextOrderIsJudgedThoughNobodyLooked() {
        gold(spend("gold", "1000"));

        account.at("2028-02-01T00:00:00Z").paid("A-2", "1.00");
        assertThat(account.tier()).isEqualTo("basic");
    }

    @Test
    void aProgrammeThatGivesUpItsTiersLeavesThemAsTheyAre() {
        gold(spend("gold", "1000"));
        account.publishing(2, "2027-01-01T00:00:00Z", rules().in("UTC"));

        account.looked("2030-01-01T00:00:00Z");
        assertThat(account.tier()).isEqualTo("gold");
        assertThat(account.account().due()).isNull();
    }

    @Test
    void aFloorHoldsUntilItsEnd() {
        account.under(rules().in("UTC").tiers(spend("gold", "1000"))).paid("A-1", "1.00");
        account.take(floor("gold", "2026-06-01T00:00:00Z"));
        assertThat(account.tier()).isEqualTo("gold");
        assertThat(account.last(TierFloorChanged.class).standing().earned()).isEqualTo("basic");

        assertThat(account.looked("2026-05-31T23:59:59Z").tier()).isEqualTo("gold");
        assertThat(account.looked("2026-06-01T00:00:00Z").tier()).isEqualTo("basic");
        assertThat(account.last(TierFloorChanged.class).reason()).isEqualTo(Reason.FLOOR_ENDED);
    }

    @Test
    void aFloorIsNoCeiling() {
        account.under(rules().in("UTC").tiers(spend("silver", "500", "gold", "1000")))
                .paid("A-1", "1.00");
        account.take(floor("silver", null));

        assertThat(account.paid("A-2", "1000.00").tier()).isEqualTo("gold");
        assertThat(account.looked("2028-01-01T00:00:00Z").tier()).isEqualTo("silver");
    }

    @Test
    void aFloorIsSetOnceAndCanBeLifted() {
        account.under(rules().in("UTC").tiers(spend("gold", "1000"))).paid("A-1", "1.00");
        account.take(floor("gold", null));
        assertThat(account.take(floor("gold", null))).isEqualTo(Decision.nothing());

        account.take(new LiftTierFloor(ACCOUNT, "left", "ann", account.stamp("lift")));
        assertThat(account.tier()).isEqualTo("basic");
        assertThat(account.last(TierFloorChanged.class).reason()).isEqualTo(Reason.FLOOR_LIFTED);
        assertThat(account.take(new LiftTierFloor(ACCOUNT, "left", "ann", account.stamp("lift"))))
                .isEqualTo(Decision.nothing());
    }

    @Test
    void anUnknownTierOrAnEndInThePastIsNoFloor() {
        account.under(rules().in("UTC").tiers(spend("gold", "1000"))).paid("A-1", "1.00");

        assertThat(account.take(floor("diamond", null)))
                .isEqualTo(Decision.refuse(new LoyaltyRejection.TierIsUnknown("diamond")));
        assertThat(account.take(floor("gold", "2026-03-01T00:00:00Z")))
                .isEqualTo(Decision.refuse(new LoyaltyRejection.FloorEndsInThePast(account.now(), account.now())));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 31, 2026-02-27T12:00:00, 2026-02-28",
        "1, 1, 31, 2026-02-28T12:00:00, 2026-03-31",
        "1, 1, 31, 2026-03-31T12:00:00, 2026-04-30",
        "3, 11, 30, 2027-02-28T12:00:00, 2027-05-30",
        "12, 2, 29, 2027-02-28T12:00:00, 2028-02-29",
        "12, 2, 29, 2028-02-28T12:00:00, 2028-02-29",
        "12, 2, 29, 2028-02-29T12:00:00, 2029-02-28",
        "6, 7, 1, 2026-06-30T23:59:59, 2026-07-01",
        "4, 4, 1, 2026-03-31T12:00:00, 2026-04-01"
    })
    void aCycleEndsWhereTheNextBegins(int months, int month, int day, String at, LocalDate end) {
        var tiers = spend("gold", "1000").cycles(months, month, day).build();
        var rules = rules().in("Europe/Berlin").tiers(tiers).build();
        var moment = LocalDateTime.parse(at).atZone(rules.zone()).toInstant();

        assertThat(TierMeasure.windowEnd(rules, tiers.window(), moment))
                .isEqualTo(end.atStartOfDay(rules.zone()).toInstant());
        assertThat(TierMeasure.windowStart(
                        rules, tiers.window(), end.atStartOfDay(rules.zone()).toInstant()))
                .isEqualTo(end.atStartOfDay(rules.zone()).toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"01-01", "01-31", "02-28", "02-29", "03-31", "07-01", "12-31"})
    void onEachDayOfFiveYearsTheCyclesOfAnyLengthFollowEachOtherWithoutGaps(String start) {
        int month = Integer.parseInt(start.substring(0, 2));
        int first = Integer.parseInt(start.substring(3));
        for (int months : new int[] {1, 2, 3, 4, 6, 12}) {
            var tiers = spend("gold", "1000").cycles(months, month, first).build();
            var rules = rules().in("America/New_York").tiers(tiers).build();
            ZoneId zone = rules.zone();
            for (var day = LocalDate.of(2026, 1, 1); day.getYear() < 2031; day = day.plusDays(1)) {
                Instant noon = day.atTime(12, 0).atZone(zone).toInstant();
                Instant from = TierMeasure.windowStart(rules, tiers.window(), noon);
                Instant until = TierMeasure.windowEnd(rules, tiers.window(), noon);
                assertThat(from).as("%s, %d months", day, months).isBeforeOrEqualTo(noon);
                assertThat(until).as("%s, %d months", day, months).isAfter(noon);
                assertThat(TierMeasure.windowStart(rules, tiers.window(), until))
                        .isEqualTo(until);
                assertThat(TierMeasure.windowEnd(rules, tiers.window(), from.minusMillis(1)))
                        .isEqualTo(from);
            }
        }
    }

    private void gold(TiersFixture tiers) {
        account.under(rules().in("UTC").tiers(tiers)).paid("A-1", "1000.00");
        assertThat(account.tier()).isEqualTo("gold");
    }

    private SetTierFloor floor(String tier, @Nullable String until) {
        return new SetTierFloor(
                ACCOUNT, tier, "complaint", "ann", until == null ? null : Instant.parse(until), account.stamp("floor"));
    }
}
