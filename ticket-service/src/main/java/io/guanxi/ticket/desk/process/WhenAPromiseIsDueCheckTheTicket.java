package io.guanxi.ticket.desk.process;

import io.guanxi.eventing.due.DueWork;
import io.guanxi.kernel.Origin;
import io.guanxi.ticket.desk.domain.TicketCommand.CheckPromises;
import io.guanxi.ticket.desk.view.promisesdue.PromiseDue;
import io.guanxi.web.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Finds promises that are due and has each ticket decide whether they are broken: it breaks a promise once, and never before
 * it is due, however often it is asked.
 */
final class WhenAPromiseIsDueCheckTheTicket implements DueWork<PromiseDue> {

    private final Due due;
    private final Check check;

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

    WhenAPromiseIsDueCheckTheTicket(Due due, Check check) {
        this.due = due;
        this.check = check;
    }

    @Override
    public String name() {
        return "tickets";
    }

    @Override
    public Page<PromiseDue> before(Instant now, @Nullable String cursor, int limit) {
        return due.before(now, cursor, limit);
    }

    @Override
    public String key(PromiseDue promise) {
        return promise.ticket();
    }

    @Override
    public void check(PromiseDue promise, Instant now) {
        String cause = "promise-" + promise.ticket().substring(promise.ticket().indexOf('/') + 1);
        Origin origin = new Origin(promise.tenant(), cause, null, null);
        check.of(promise.ticket(), new CheckPromises(cause + "@" + now, now), origin);
    }
}
