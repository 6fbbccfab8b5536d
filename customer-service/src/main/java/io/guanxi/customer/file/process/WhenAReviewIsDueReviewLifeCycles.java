package io.guanxi.customer.file.process;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.customer.file.command.CustomerFiles;
import io.guanxi.customer.file.domain.LifeCyclePolicies;
import io.guanxi.customer.file.domain.Stage;
import io.guanxi.customer.file.view.customerdetails.CustomersToReview;
import io.guanxi.kernel.Origin;
import io.guanxi.web.Page;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Finds the customers whom time alone may have brought to another stage, and has each file decide.
 *
 * <p>A customer whose review fails is passed by. The review is then not done and is repeated as a whole a while later, and
 * at once if it broke off because customers could not even be looked up. That, or two processes reviewing at once, costs
 * time and nothing else: the command is idempotent, and who was reviewed is found no more.
 */
final class WhenAReviewIsDueReviewLifeCycles {

    private static final Logger LOG = LoggerFactory.getLogger(WhenAReviewIsDueReviewLifeCycles.class);
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofMinutes(15);
    private static final List<Stage> WITH_RECENT_ORDERS = List.of(Stage.ACTIVE, Stage.RETURNING, Stage.WON_BACK);

    private final ReviewSchedule schedule;
    private final ReviewDiary diary;
    private final Candidates candidates;
    private final Review review;
    private final LifeCyclePolicies policies;
    private final Clock clock;
    private final Counter failures;
    private Instant notBefore = Instant.MIN;

    /** Asks {@link CustomersToReview}. */
    @FunctionalInterface
    interface Candidates {
        Page<CustomerKey> at(Stage stage, Instant lastOrderBy, @Nullable String cursor, int limit);
    }

    /** Tells {@link CustomerFiles}. */
    @FunctionalInterface
    interface Review {
        void of(CustomerKey customer, Instant asOf, Origin origin);
    }

    WhenAReviewIsDueReviewLifeCycles(
            ReviewSchedule schedule,
            ReviewDiary diary,
            Candidates candidates,
            Review review,
            LifeCyclePolicies policies,
            Clock clock,
            MeterRegistry meters) {
        this.schedule = schedule;
        this.diary = diary;
        this.candidates = candidates;
        this.review = review;
        this.policies = policies;
        this.clock = clock;
        this.failures = meters.counter(ReviewSignals.FAILURES.meter());
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void lookAtTheClock() {
        var now = clock.instant();
        if (!now.isBefore(notBefore)) {
            schedule.latestDue(diary.lastDone(now), now).ifPresent(due -> reviewAll(due, now));
        }
    }

    private void reviewAll(Instant due, Instant now) {
        var asOf = schedule.asOf(due);
        var outcome = new Outcome();
        for (var stage : WITH_RECENT_ORDERS) {
            reviewAt(stage, asOf.minus(policies.dormantAfter()), asOf, outcome);
        }
        reviewAt(Stage.DORMANT, asOf.minus(policies.lostAfter()), asOf, outcome);
        if (outcome.first == null) {
            diary.done(due);
            LOG.info("life-cycle review due {} is done: {} customers", due, outcome.reviewed);
        } else {
            notBefore = now.plus(BEFORE_TRYING_AGAIN);
            tell(due, outcome);
        }
    }

    private void reviewAt(Stage stage, Instant lastOrderBy, Instant asOf, Outcome outcome) {
        @Nullable String cursor = null;
        do {
            var page = candidates.at(stage, lastOrderBy, cursor, schedule.batch());
            page.items().forEach(customer -> reviewOne(customer, asOf, outcome));
            cursor = page.next();
        } while (cursor != null);
    }

    private void reviewOne(CustomerKey customer, Instant asOf, Outcome outcome) {
        try {
            review.of(customer, asOf, origin(customer, asOf));
            outcome.reviewed++;
        } catch (RuntimeException failure) {
            failures.increment();
            outcome.failed(customer, failure);
        }
    }

    /** Of a failure only what kind it is: its message may quote what somebody is called. */
    private static void tell(Instant due, Outcome outcome) {
        LOG.warn(
                "life-cycle review due {}: {} customers done, {} failed and are tried again in {} minutes, the first is {}: {}",
                due,
                outcome.reviewed,
                outcome.failed,
                BEFORE_TRYING_AGAIN.toMinutes(),
                outcome.first,
                outcome.kind);
    }

    /** What came of one review. */
    private static final class Outcome {

        private int reviewed;
        private int failed;
        private @Nullable CustomerKey first;
        private String kind = "";

        void failed(CustomerKey customer, RuntimeException failure) {
            failed++;
            if (first == null) {
                first = customer;
                var cause = failure.getCause();
                kind = failure.getClass().getName()
                        + (cause == null
                                ? ""
                                : ", caused by " + cause.getClass().getName());
            }
        }
    }

    private static Origin origin(CustomerKey customer, Instant asOf) {
        return new Origin(customer.tenant(), "life-cycle-review." + asOf.getEpochSecond(), null, "life-cycle-review");
    }
}
