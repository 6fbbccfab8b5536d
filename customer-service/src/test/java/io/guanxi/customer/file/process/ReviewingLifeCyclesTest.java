package io.guanxi.customer.file.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.customer.file.domain.LifeCyclePolicies;
import io.guanxi.customer.file.domain.Stage;
import io.guanxi.web.Page;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.scheduling.support.CronExpression;

@ExtendWith(OutputCaptureExtension.class)
class ReviewingLifeCyclesTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ReviewSchedule SCHEDULE =
            new ReviewSchedule(CronExpression.parse("0 0 3 * * *"), SHANGHAI, 2, Duration.ofHours(2));
    private static final LifeCyclePolicies POLICIES = new LifeCyclePolicies(Duration.ofDays(180), Duration.ofDays(365));
    private static final Instant FIRST_START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant THREE_IN_SHANGHAI = Instant.parse("2026-03-01T19:00:00Z");

    private final Diary diary = new Diary();
    private final List<String> asked = new ArrayList<>();
    private final List<Instant> reviewedAsOf = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Set<CustomerKey> failing = new HashSet<>();
    private Instant now = FIRST_START;
    private boolean storeIsAway;
    private final WhenAReviewIsDueReviewLifeCycles reviews = new WhenAReviewIsDueReviewLifeCycles(
            SCHEDULE,
            diary,
            this::candidates,
            (customer, asOf, origin) -> review(customer, asOf),
            POLICIES,
            ((InstantSource) () -> now).withZone(ZoneOffset.UTC),
            meters);

    @Test
    void nothingIsReviewedBeforeTheFirstNightAfterTheFirstStart() {
        at(FIRST_START);
        at(THREE_IN_SHANGHAI.minusMillis(1));
        assertThat(reviewedAsOf).isEmpty();
    }

    @Test
    void aReviewIsOnceANightInItsZoneAndLooksAtAMomentThatAClockAheadCannotReachEarly() {
        at(FIRST_START);
        at(THREE_IN_SHANGHAI);
        at(THREE_IN_SHANGHAI.plusSeconds(60));
        assertThat(reviewedAsOf).hasSize(5).containsOnly(THREE_IN_SHANGHAI.minus(Duration.ofHours(2)));
    }

    @Test
    void nightsThatWereSleptThroughAreMadeUpForByTheLatest() {
        at(FIRST_START);
        at(THREE_IN_SHANGHAI.plus(Duration.ofDays(9)).plusSeconds(1));
        assertThat(reviewedAsOf)
                .hasSize(5)
                .containsOnly(THREE_IN_SHANGHAI.plus(Duration.ofDays(9)).minus(Duration.ofHours(2)));
    }

    @Test
    void aReviewThatBreaksOffIsRepeatedAsAWhole() {
        at(FIRST_START);
        storeIsAway = true;
        assertThatThrownBy(() -> at(THREE_IN_SHANGHAI)).hasMessage("the store is away");
        reviewedAsOf.clear();
        storeIsAway = false;
        at(THREE_IN_SHANGHAI.plusSeconds(60));
        assertThat(reviewedAsOf).hasSize(5);
    }

    @Test
    void aCustomerWhoseReviewFailsIsPassedByAndTriedAgainUntilItSucceeds() {
        at(FIRST_START);
        failing.add(customer(0));
        at(THREE_IN_SHANGHAI);
        assertThat(reviewedAsOf).as("all but the first").hasSize(4);
        assertThat(asked).last().asString().startsWith("DORMANT");
        assertThat(failures()).isEqualTo(1);

        at(THREE_IN_SHANGHAI.plus(Duration.ofMinutes(14)));
        assertThat(failures()).as("not yet tried again").isEqualTo(1);
        at(THREE_IN_SHANGHAI.plus(Duration.ofMinutes(15)));
        assertThat(failures()).isEqualTo(2);

        failing.clear();
        reviewedAsOf.clear();
        at(THREE_IN_SHANGHAI.plus(Duration.ofMinutes(30)));
        at(THREE_IN_SHANGHAI.plus(Duration.ofMinutes(45)));
        assertThat(reviewedAsOf).as("once, and then it is done").hasSize(5);
    }

    @Test
    void ofAFailureItsKindIsToldAndNotWhatItSays(CapturedOutput output) {
        at(FIRST_START);
        failing.add(customer(0));
        at(THREE_IN_SHANGHAI);
        assertThat(output)
                .contains("4 customers done, 1 failed", customer(0).toString(), "java.lang.IllegalStateException")
                .doesNotContain("Ana Li");
    }

    @Test
    void everyStageThatTimeEndsIsAskedForInBatchesWithItsOwnThreshold() {
        at(FIRST_START);
        at(THREE_IN_SHANGHAI);
        var asOf = THREE_IN_SHANGHAI.minus(Duration.ofHours(2));
        var dormantBy = asOf.minus(Duration.ofDays(180));
        var lostBy = asOf.minus(Duration.ofDays(365));
        assertThat(asked)
                .containsExactly(
                        "ACTIVE " + dormantBy + " from 0",
                        "ACTIVE " + dormantBy + " from 2",
                        "ACTIVE " + dormantBy + " from 4",
                        "RETURNING " + dormantBy + " from 0",
                        "WON_BACK " + dormantBy + " from 0",
                        "DORMANT " + lostBy + " from 0");
    }

    private void at(Instant moment) {
        now = moment;
        reviews.lookAtTheClock();
    }

    private double failures() {
        return meters.get("guanxi.customer.review.failures").counter().count();
    }

    /** Five active customers and no others. */
    private Page<CustomerKey> candidates(Stage stage, Instant lastOrderBy, String cursor, int limit) {
        var from = cursor == null ? 0 : Integer.parseInt(cursor);
        if (storeIsAway && from > 0) {
            throw new IllegalStateException("the store is away");
        }
        asked.add(stage + " " + lastOrderBy + " from " + from);
        var all = stage == Stage.ACTIVE ? 5 : 0;
        var customers = IntStream.range(from, Math.min(all, from + limit))
                .mapToObj(ReviewingLifeCyclesTest::customer)
                .toList();
        return new Page<>(customers, from + limit < all ? Integer.toString(from + limit) : null);
    }

    private static CustomerKey customer(int number) {
        return CustomerKey.of("acme", "web", "customer " + number);
    }

    private void review(CustomerKey customer, Instant asOf) {
        if (failing.contains(customer)) {
            throw new IllegalStateException("Ana Li cannot be reviewed");
        }
        reviewedAsOf.add(asOf);
    }

    private static final class Diary implements ReviewDiary {

        private Instant done;

        @Override
        public Instant lastDone(Instant now) {
            done = done == null ? now : done;
            return done;
        }

        @Override
        public void done(Instant due) {
            done = due;
        }
    }
}
