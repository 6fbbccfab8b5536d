package io.guanxi.ticket.desk.process;

import io.guanxi.kernel.Origin;
import io.guanxi.ticket.desk.domain.TicketCommand.CheckPromises;
import io.guanxi.ticket.desk.view.promisesdue.PromiseDue;
import io.guanxi.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds promises that are due and has each ticket decide whether they are broken.
 *
 * <p>The view may be behind, a sweep may break off, two processes may sweep at once: that costs time and nothing else,
 * because a ticket breaks a promise once, and never before it is due. What a sweep did not reach the next one finds.
 */
final class WhenAPromiseIsDueCheckTheTicket {

    private static final Logger LOG = LoggerFactory.getLogger(WhenAPromiseIsDueCheckTheTicket.class);

    private final Due due;
    private final Check check;
    private final int batch;
    private final ExecutorService lanes;

    /** Asks {@link io.guanxi.ticket.desk.view.promisesdue.PromisesDue}. */
    @FunctionalInterface
    interface Due {
        Page<PromiseDue> before(Instant now, @Nullable String cursor, int limit);
    }

    /** Tells {@link io.guanxi.ticket.desk.command.Tickets}. */
    @FunctionalInterface
    interface Check {
        void of(String ticket, CheckPromises command, Origin origin);
    }

    WhenAPromiseIsDueCheckTheTicket(Due due, Check check, int batch, ExecutorService lanes) {
        this.due = due;
        this.check = check;
        this.batch = batch;
        this.lanes = lanes;
    }

    /**
     * Checks every ticket that has a promise due before {@code now}.
     *
     * @return how many were checked; a ticket whose check failed is found again next time
     */
    int sweep(Instant now) throws InterruptedException {
        int checked = 0;
        @Nullable String cursor = null;
        do {
            Page<PromiseDue> page = due.before(now, cursor, batch);
            int done = checkAll(page.items(), now);
            checked += done;
            if (done == 0 && !page.items().isEmpty()) {
                // Nothing works, so the store is away: the next sweep will do.
                return checked;
            }
            cursor = page.next();
        } while (cursor != null);
        return checked;
    }

    private int checkAll(List<PromiseDue> promises, Instant now) throws InterruptedException {
        List<Callable<Void>> checks =
                promises.stream().map(promise -> check(promise, now)).toList();
        int done = 0;
        @Nullable Throwable failure = null;
        for (Future<Void> answer : lanes.invokeAll(checks)) {
            try {
                answer.get();
                done++;
            } catch (ExecutionException failed) {
                failure = failed.getCause();
            }
        }
        if (failure != null) {
            LOG.warn(
                    "{} of {} tickets could not be checked and will be again",
                    checks.size() - done,
                    checks.size(),
                    failure);
        }
        return done;
    }

    private Callable<Void> check(PromiseDue promise, Instant now) {
        String cause = "promise-" + promise.ticket().substring(promise.ticket().indexOf('/') + 1);
        Origin origin = new Origin(promise.tenant(), cause, null, null);
        return () -> {
            check.of(promise.ticket(), new CheckPromises(cause + "@" + now, now), origin);
            return null;
        };
    }
}
