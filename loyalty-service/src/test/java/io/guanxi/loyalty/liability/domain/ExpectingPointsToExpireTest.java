package io.guanxi.loyalty.liability.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExpectingPointsToExpireTest {

    private static final LocalDate BORN = LocalDate.of(2025, 1, 1);
    private static final LocalDate LATER = LocalDate.of(2026, 6, 1);

    private static LotLife lot(LocalDate since, Object... flows) {
        var byDay = new TreeMap<LocalDate, LotFlow>();
        for (int i = 0; i < flows.length; i += 2) {
            byDay.merge(since.plusDays((int) flows[i]), (LotFlow) flows[i + 1], LotFlow::plus);
        }
        return new LotLife(since, true, byDay);
    }

    private static LotFlow in(long points) {
        return new LotFlow(points, 0, 0, 0);
    }

    private static LotFlow used(long points) {
        return new LotFlow(0, points, 0, 0);
    }

    private static LotFlow expired(long points) {
        return new LotFlow(0, 0, points, 0);
    }

    private static LotFlow withdrawn(long points) {
        return new LotFlow(0, 0, 0, points);
    }

    /**
     * By hand: 100 points at age 0; 20 of them used at age 10: S = 0.8. Of the 80, 30 are withdrawn at age 20. Of the 50 that
     * are left, 10 are used at age 30: S = 0.8 x 0.8 = 0.64. The other 40 expire at age 40: I = 0.64 x 40/40 = 0.64.
     */
    @Test
    void thePartThatExpiresIsTheOneThatNobodyUsesUntilThen() {
        var estimate = ExpectedExpiry.from(
                List.of(lot(BORN, 0, in(100), 10, used(20), 20, withdrawn(30), 30, used(10), 40, expired(40))), LATER);

        assertThat(estimate.ofAge(0)).isCloseTo(0.64, within(1e-12));
        assertThat(estimate.ofAge(10)).isCloseTo(0.8, within(1e-12));
        assertThat(estimate.ofAge(35)).isCloseTo(1.0, within(1e-12));
        assertThat(estimate.ofAge(40)).as("older than any that was seen").isZero();
        assertThat(estimate.usedPoints()).isEqualTo(30);
        assertThat(estimate.expiredPoints()).isEqualTo(40);
    }

    /**
     * By hand: two lots of 100. One is 15 days old today with 60 left, 40 used at age 5. The other lived its life: 50 used at
     * age 5, 50 expired at age 20. At age 5: 90 of 200 used, S = 0.55. At age 15 sixty are lost from sight. At age 20: 50 of 50
     * expire, I = 0.55.
     */
    @Test
    void pointsThatAreStillThereCountAsLongAsTheyHaveBeen() {
        LocalDate today = BORN.plusDays(100);
        var young = lot(today.minusDays(15), 0, in(100), 5, used(40));
        var estimate = ExpectedExpiry.from(List.of(young, lot(BORN, 0, in(100), 5, used(50), 20, expired(50))), today);

        assertThat(estimate.ofAge(0)).isCloseTo(0.55, within(1e-12));
        assertThat(estimate.ofAge(15)).isCloseTo(1.0, within(1e-12));
        assertThat(estimate.ofAll(List.of(young), today)).isCloseTo(1.0, within(1e-12));
        assertThat(estimate.endedLots()).isEqualTo(1);
    }

    @Test
    void whatHappenedLaterThanTheDayIsNotKnownOnIt() {
        var lots = List.of(lot(BORN, 0, in(10), 100, expired(10)));
        assertThat(ExpectedExpiry.from(lots, BORN.plusDays(99)).ofAge(0)).isZero();
        assertThat(ExpectedExpiry.from(lots, BORN.plusDays(100)).ofAge(0)).isEqualTo(1);
        assertThat(ExpectedExpiry.from(lots, BORN.minusDays(1)).endedLots()).isZero();
    }

    @Test
    void aLotOfWhichNothingHadHappenedByTheDayIsNotOver() {
        var late = lot(BORN, 50, in(10), 100, expired(10));
        assertThat(ExpectedExpiry.from(List.of(late), BORN.plusDays(49)).endedLots())
                .isZero();
        assertThat(ExpectedExpiry.from(List.of(late), BORN.plusDays(100)).endedLots())
                .isEqualTo(1);
    }

    /** All of 100 points are used and 60 of them given back; those expire. A part of 0.6 has expired in the end. */
    @Test
    void pointsThatWereGivenBackAreNotUsed() {
        var given = lot(BORN, 0, in(100), 5, used(60), 10, used(-60), 20, used(40), 40, expired(60));
        var estimate = ExpectedExpiry.from(List.of(given), LATER);
        assertThat(estimate.ofAge(0)).isCloseTo(0.6, within(1e-12));
        assertThat(estimate.usedPoints()).isEqualTo(40);
        assertThat(estimate.expiredPoints()).isEqualTo(60);
    }

    @Test
    void whatNeverEndsIsExpectedToBeUsed() {
        var never = new LotLife(BORN, false, new TreeMap<>(lot(BORN, 0, in(100)).flows()));
        var ending = lot(LATER.minusDays(5), 0, in(100));
        var seen = lot(BORN, 0, in(100), 40, expired(100));
        var estimate = ExpectedExpiry.from(List.of(never, seen, ending), LATER);
        assertThat(estimate.ofAll(List.of(never, ending), LATER)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void withFewLotsThatAreOverNothingIsEstimated() {
        List<LotLife> lots = new ArrayList<>();
        for (int i = 0; i < ExpectedExpiry.FEWEST_ENDED_LOTS - 1; i++) {
            lots.add(lot(BORN, 0, in(10), 40, expired(10)));
        }
        assertThat(ExpectedExpiry.from(lots, LATER).hasTooLittleData()).isTrue();
        lots.add(lot(BORN, 0, in(10), 40, used(10)));
        assertThat(ExpectedExpiry.from(lots, LATER).hasTooLittleData()).isFalse();
    }

    /** A programme in which each point is used with 1 % on each day and ends after 100: 0.99^100 = 0.366 of them expire. */
    @Test
    void theEstimateFindsWhatAProgrammeIsLikeFromLotsOfAllAges() {
        var random = new Random(2026);
        List<LotLife> lots = new ArrayList<>();
        LocalDate today = BORN.plusDays(400);
        for (int i = 0; i < 400; i++) {
            lots.add(lived(BORN.plusDays(i), today, random));
        }
        var estimate = ExpectedExpiry.from(lots, today);
        assertThat(estimate.ofAge(0)).as("seed 2026").isCloseTo(Math.pow(0.99, 100), within(0.02));
        assertThat(estimate.ofAge(50)).as("seed 2026").isCloseTo(Math.pow(0.99, 50), within(0.03));
    }

    private static LotLife lived(LocalDate since, LocalDate today, Random random) {
        var flows = new TreeMap<LocalDate, LotFlow>();
        flows.put(since, in(100));
        long left = 100;
        for (int age = 1; age <= 100 && !since.plusDays(age).isAfter(today) && left > 0; age++) {
            long taken = 0;
            for (long point = 0; point < left; point++) {
                taken += random.nextInt(100) == 0 ? 1 : 0;
            }
            left -= taken;
            LotFlow flow = age == 100 ? new LotFlow(0, taken, left, 0) : used(taken);
            flows.put(since.plusDays(age), flow);
        }
        return new LotLife(since, true, flows);
    }

    @Test
    void revenueIsInProportionToWhatIsUsedAsInTheExampleOfTheStandard() {
        // IFRS 15, example 52: 10,000 points, 9,500 expected to be used; after the first year 4,500 are.
        assertThat(Breakage.of(5_500, 500.0 / 5_500, 4_500))
                .isEqualTo(new Breakage(500, 5_000, new BigDecimal("0.090909"), new BigDecimal("0.473684")));
    }

    @Test
    void aProgrammeWithoutPointsHasNothingToEstimate() {
        assertThat(Breakage.of(0, 0.5, 0).exercised()).isEqualByComparingTo("0");
    }
}
