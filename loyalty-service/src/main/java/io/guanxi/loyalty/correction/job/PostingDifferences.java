package io.guanxi.loyalty.correction.job;

import io.guanxi.eventing.job.Job;
import io.guanxi.eventing.job.JobStep;
import io.guanxi.eventing.job.JobTurn;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.domain.GivingRejection.BalanceHasNoRoom;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.CorrectEarning;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.correction.domain.OrdersToCorrect;
import io.guanxi.loyalty.correction.domain.RecordedChange;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.FinishCorrection;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.web.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Has each account of a tenant judge those orders again that wrong rules had judged. An account posts a difference once, so
 * the job can be stopped anywhere, and done again from its beginning.
 */
public final class PostingDifferences implements Job<PostingAsked, PostingProgress> {

    private static final int ACCOUNTS_AT_A_TIME = 20;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Tenant tenant;
    private final Clock clock;
    private final Pace pace;

    /** What the job reads and tells of one tenant's programme and accounts. */
    interface Tenant {

        /** The ids of the customers who have an account, as {@code tenant/customerId}, in their order. */
        Page<String> accounts(String tenant, @Nullable String cursor, int limit);

        List<RecordedChange> log(String account);

        RuleBook rules(String tenant);

        void correct(CorrectEarning command, Origin origin);

        /** Says that all is posted; nothing happens if that was said before. */
        void finish(FinishCorrection command, Origin origin);
    }

    /** Lets time pass. */
    @FunctionalInterface
    interface Pace {
        void pause(Duration time) throws InterruptedException;
    }

    PostingDifferences(Tenant tenant, Clock clock, Pace pace) {
        this.tenant = tenant;
        this.clock = clock;
        this.pace = pace;
    }

    @Override
    public String name() {
        return "loyalty-correction";
    }

    @Override
    public Class<PostingAsked> parameters() {
        return PostingAsked.class;
    }

    @Override
    public Class<PostingProgress> progress() {
        return PostingProgress.class;
    }

    @Override
    public JobStep<PostingProgress> step(JobTurn<PostingAsked, PostingProgress> turn) throws InterruptedException {
        PostingProgress before = turn.progress() == null ? PostingProgress.NONE : turn.progress();
        Instant now = clock.instant();
        Instant usedFrom = turn.parameters().usedFrom();
        if (now.isBefore(usedFrom)) {
            Duration wait = Duration.between(now, usedFrom);
            pace.pause(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
            return new JobStep.Further<>(before, before.looked(), null);
        }
        Page<String> accounts = tenant.accounts(turn.tenant(), before.cursor(), ACCOUNTS_AT_A_TIME);
        PostingProgress after = before;
        for (String account : accounts.items()) {
            after = after.with(correct(account, turn, now));
        }
        if (accounts.next() == null) {
            return finished(turn, after, now);
        }
        return new JobStep.Further<>(after.goingOnAt(accounts.next()), after.looked(), null);
    }

    private PostedDifferences correct(String account, JobTurn<PostingAsked, PostingProgress> turn, Instant now) {
        PostingAsked asked = turn.parameters();
        List<OrdersToCorrect.Found> wrong =
                OrdersToCorrect.of(tenant.log(account), tenant.rules(turn.tenant()), asked.right(), now);
        long refused = 0;
        for (OrdersToCorrect.Found order : wrong) {
            refused += isRefused(account, order, turn, now) ? 1 : 0;
        }
        List<LoyaltyEvent> log =
                tenant.log(account).stream().map(RecordedChange::event).toList();
        return PostedDifferences.of(asked.correction(), wrong.size(), refused, log);
    }

    /** What else an account refuses puts the job off. */
    private boolean isRefused(
            String account, OrdersToCorrect.Found order, JobTurn<PostingAsked, PostingProgress> turn, Instant now) {
        PostingAsked asked = turn.parameters();
        var stamp = new Stamp("correction:" + asked.correction(), now, now);
        try {
            tenant.correct(
                    new CorrectEarning(account, asked.correction(), order.facts(), order.then(), asked.right(), stamp),
                    origin(turn));
            return false;
        } catch (CommandRefused refused) {
            if (refused.reason() instanceof BalanceHasNoRoom) {
                return true;
            }
            throw refused;
        }
    }

    private JobStep<PostingProgress> finished(
            JobTurn<PostingAsked, PostingProgress> turn, PostingProgress all, Instant now) {
        String correction = turn.parameters().correction();
        tenant.finish(
                new FinishCorrection(
                        "finish-" + correction,
                        now,
                        turn.askedBy(),
                        correction,
                        all.accounts(),
                        all.given(),
                        all.taken()),
                origin(turn));
        return new JobStep.Done<>(all.goingOnAt(null), all.looked());
    }

    private static Origin origin(JobTurn<PostingAsked, PostingProgress> turn) {
        String correlation = "correction-" + turn.parameters().correction();
        return new Origin(turn.tenant(), correlation, null, turn.askedBy());
    }
}
