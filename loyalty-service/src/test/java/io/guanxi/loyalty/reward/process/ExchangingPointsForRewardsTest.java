package io.guanxi.loyalty.reward.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.CommandRefused;
import io.guanxi.loyalty.account.domain.Hold;
import io.guanxi.loyalty.account.domain.PurseStanding;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangingPointsForRewardsTest {

    @Test
    void whoIsInTimeGetsTheRewardAndPays() {
        var counter = new RewardCounter(1L).customer("a", 100);

        counter.redeem("a", "h1");

        assertThat(counter.hold("a", "h1").status()).isEqualTo(Hold.Status.SPENT);
        assertThat(counter.stock().taken()).isEqualTo(1);
    }

    @Test
    void whoComesTooLateKeepsTheirPoints() {
        var counter = new RewardCounter(1L).customer("a", 100).customer("b", 100);
        counter.redeem("a", "h1");

        assertThatThrownBy(() -> counter.redeem("b", "h2"))
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo("reward-is-gone"));

        assertThat(counter.points("b")).extracting("available", "held").containsExactly(100L, 0L);
    }

    @Test
    void whoIsOvertakenBetweenTheStepsKeepsTheirPoints() {
        var counter = new RewardCounter(1L).customer("a", 100).customer("b", 100);
        counter.before(3, () -> counter.redeem("a", "h1"));

        assertThatThrownBy(() -> counter.redeem("b", "h2")).isInstanceOf(CommandRefused.class);

        assertThat(counter.points("b")).extracting("available", "held").containsExactly(100L, 0L);
        assertThat(counter.stock().taken()).isEqualTo(1);
    }

    @Test
    void aStockThatANewVersionRaisesIsThereForThoseWhoCameTooLate() {
        var counter = new RewardCounter(1L).customer("a", 100).customer("b", 100);
        counter.redeem("a", "h1");

        counter.setStock(2L);
        counter.redeem("b", "h2");

        assertThat(counter.stock().taken()).isEqualTo(2);
    }

    @Test
    void whoHasPaidTakesNoUnitOfAStockThatIsSetLater() {
        var counter = new RewardCounter(null).customer("a", 100).customer("b", 100);
        counter.redeem("a", "h1");
        counter.setStock(1L);

        counter.redeem("a", "h1");
        assertThat(counter.stock().taken()).isZero();

        counter.redeem("b", "h2");
        assertThat(counter.hold("b", "h2").status()).isEqualTo(Hold.Status.SPENT);
    }

    @Test
    void whatIsBegunUnderOneVersionIsEndedByIt() {
        var counter = new RewardCounter(null).customer("a", 100).customer("b", 100);
        counter.crashAt(3);
        counter.tryToRedeem("a", "h1");
        assertThat(counter.hold("a", "h1").status()).isEqualTo(Hold.Status.OPEN);
        counter.setStock(1L);
        counter.redeem("b", "h2");

        counter.redeem("a", "h1");

        assertThat(counter.hold("a", "h1").status()).isEqualTo(Hold.Status.SPENT);
    }

    @ParameterizedTest(name = "before call {0}")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void aCrashBetweenAnyTwoStepsLosesNeitherPointsNorUnits(int call) {
        var counter = new RewardCounter(1L).customer("a", 100);
        counter.crashAt(call);

        counter.tryToRedeem("a", "h1");
        counter.later(Duration.ofHours(1)).sweep().react().react();

        boolean paid = counter.points("a").used() == 80;
        assertThat(counter.stock().taken()).isEqualTo(paid ? 1 : 0);
        assertThat(counter.points("a").held()).isZero();
    }

    @ParameterizedTest(name = "before call {0}")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void askedAgainAfterACrashItGoesOnWhereItBrokeOff(int call) {
        var counter = new RewardCounter(1L).customer("a", 100);
        counter.crashAt(call);

        counter.tryToRedeem("a", "h1");
        counter.redeem("a", "h1");

        assertThat(counter.points("a").used()).isEqualTo(80);
        assertThat(counter.stock().taken()).isEqualTo(1);
    }

    @Test
    void whoIsSlowerThanTheirHoldTakesNoUnitThatNobodyGivesBack() {
        var counter = new RewardCounter(1L).customer("a", 100);
        counter.before(3, () -> counter.later(Duration.ofHours(1)).sweep().react());

        assertThatThrownBy(() -> counter.redeem("a", "h1")).isInstanceOf(CommandRefused.class);
        counter.react();

        assertThat(counter.stock().taken()).isZero();
        assertThat(counter.points("a").available()).isEqualTo(100);
    }

    static LongStream seeds() {
        return LongStream.range(0, 10).map(block -> block * 100);
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("seeds")
    void howeverManyCrashAsManyUnitsAreGivenAsArePaidAndNeverMoreThanThereAre(long first) {
        for (long seed = first; seed < first + 100; seed++) {
            var random = new SplittableRandom(seed);
            long stock = random.nextInt(5);
            var counter = new RewardCounter(stock);
            for (int i = 0; i < 8; i++) {
                counter.customer("c" + i, random.nextInt(250));
            }
            for (int step = 0; step < 30; step++) {
                String customer = "c" + random.nextInt(8);
                counter.crashAt(random.nextInt(20));
                counter.tryToRedeem(customer, "h" + random.nextInt(3));
                if (random.nextInt(4) == 0) {
                    counter.later(Duration.ofMinutes(random.nextInt(20)))
                            .sweep()
                            .react();
                }
                assertThat(counter.stock().taken()).as("given, seed %d", seed).isBetween(0L, stock);
            }
            counter.crashAt(Integer.MAX_VALUE);
            counter.later(Duration.ofDays(1)).sweep().react();

            long paid = counter.allPoints().mapToLong(PurseStanding::used).sum() / 80;
            assertThat(counter.stock().taken()).as("paid, seed %d", seed).isEqualTo(paid);
            assertThat(counter.allPoints()).as("held, seed %d", seed).allMatch(points -> points.held() == 0);
        }
    }
}
