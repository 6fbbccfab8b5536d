package io.guanxi.customer.file.process;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.customer.file.command.CustomerFiles;
import io.guanxi.customer.file.domain.LifeCyclePolicies;
import io.guanxi.customer.file.domain.Stage;
import io.guanxi.customer.file.view.customerdetails.CustomersToReview;
import io.guanxi.kernel.Origin;
import io.guanxi.web.Page;
import java.time.Clock;
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
 * <p>A review that breaks off is not done and is repeated as a whole. That, or two processes reviewing at once, costs time and
 * nothing else: the command is idempotent, and who was reviewed is found no more.
 */
final class WhenAReviewIsDueReviewLifeCycles {

    private static final Logger LOG = LoggerFactory.getLogger(WhenAReviewIsDueReviewLifeCycles.class);
    private static final List<Stage> WITH_RECENT_ORDERS = List.of(Stage.ACTIVE, Stage.RETURNING, Stage.WON_BACK);

    private final ReviewSchedule schedule;
    private final ReviewDiary diary;
    private final Candidates candidates;
    private final Review review;
    private final LifeCyclePolicies policies;
    private final Clock clock;

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
            Clock clock) {
        this.schedule = schedule;
        this.diary = diary;
        this.candidates = candidates;
        this.review = review;
        this.policies = policies;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void lookAtTheClock() {
        var now = clock.instant();
        schedule.latestDue(diary.lastDone(now), now).ifPresent(due -> {
            var reviewed = reviewAll(schedule.asOf(due));
            diary.done(due);
            LOG.info("life-cycle review due {} is done: {} customers", due, reviewed);
        });
    }

    private int reviewAll(Instant asOf) {
        var reviewed = 0;
        for (var stage : WITH_RECENT_ORDERS) {
            reviewed += reviewAt(stage, asOf.minus(policies.dormantAfter()), asOf);
        }
        return reviewed + reviewAt(Stage.DORMANT, asOf.minus(policies.lostAfter()), asOf);
    }

    private int reviewAt(Stage stage, Instant lastOrderBy, Instant asOf) {
        var reviewed = 0;
        @Nullable String cursor = null;
        do {
            var page = candidates.at(stage, lastOrderBy, cursor, schedule.batch());
            for (var customer : page.items()) {
                review.of(customer, asOf, origin(customer, asOf));
            }
            reviewed += page.items().size();
            cursor = page.next();
        } while (cursor != null);
        return reviewed;
    }

    private static Origin origin(CustomerKey customer, Instant asOf) {
        return new Origin(customer.tenant(), "life-cycle-review." + asOf.getEpochSecond(), null, "life-cycle-review");
    }
}
