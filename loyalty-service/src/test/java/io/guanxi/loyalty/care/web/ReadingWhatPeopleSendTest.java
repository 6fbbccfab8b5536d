package io.guanxi.loyalty.care.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.AdjustPoints;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.SetTierFloor;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.web.FieldProblem;
import io.guanxi.web.RequestRefused;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can never be accepted is refused, with a pointer to it. */
class ReadingWhatPeopleSendTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final Stamp STAMP = new Stamp("request-1", NOW, NOW);

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z", "tomorrow"})
    void aFloorEndsAtAMomentThatCanBeWritten(String until) {
        assertRefused("/until", () -> floor(until));
    }

    @Test
    void aFloorMayEndAtTheLastMomentThatCanBeWritten() {
        assertThat(floor("9999-12-31T23:59:59.999999999Z").until())
                .isEqualTo(Instant.parse("9999-12-31T23:59:59.999999999Z"));
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                Long.MIN_VALUE,
                -LoyaltyAccount.LARGEST_BALANCE - 1,
                0,
                LoyaltyAccount.LARGEST_BALANCE + 1,
                Long.MAX_VALUE
            })
    void nobodyAddsOrTakesMoreThanCanBeCounted(long points) {
        assertRefused("/points", () -> adjustment(points));
    }

    @ParameterizedTest
    @ValueSource(longs = {-LoyaltyAccount.LARGEST_BALANCE, -1, 1, LoyaltyAccount.LARGEST_BALANCE})
    void whatCanBeCountedMayBeAddedOrTaken(long points) {
        assertThat(adjustment(points).points()).isEqualTo(points);
    }

    private static SetTierFloor floor(String until) {
        return new CareRequests.Floor("gold", "apology", until).read("acme/ann", "li", STAMP);
    }

    private static AdjustPoints adjustment(long points) {
        return new CareRequests.Adjustment(null, points, "lost-card").read("acme/ann", "li", STAMP);
    }

    private static void assertRefused(String pointer, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.problem().errors())
                                .extracting(FieldProblem::pointer)
                                .containsExactly(pointer));
    }
}
