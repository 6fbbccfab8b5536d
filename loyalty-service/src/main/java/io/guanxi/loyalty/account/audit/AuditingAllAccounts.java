package io.guanxi.loyalty.account.audit;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.eventing.job.Job;
import io.guanxi.eventing.job.JobStep;
import io.guanxi.eventing.job.JobTurn;
import io.guanxi.web.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Audits all accounts of a tenant in the order of their keys, at a bounded rate, so that nobody who works with them notices.
 * Nothing is changed by it.
 */
final class AuditingAllAccounts implements Job<AuditingAllAccounts.Asked, AuditProgress> {

    static final String NAME = "loyalty-audit";

    private static final int MOST_NAMED = 100;
    private static final int LOOKS = 2;

    private final Accounts accounts;
    private final Audit audit;
    private final int perSecond;
    private final Pace pace;
    private final AuditMeters meters;

    /** Nothing is to be said but whose accounts. */
    record Asked() {}

    /** The ids of a tenant's customers who have an account, in their order. */
    @FunctionalInterface
    interface Accounts {
        Page<String> of(String tenant, @Nullable String cursor, int limit);
    }

    /** Empty for an account that is gone since. */
    @FunctionalInterface
    interface Audit {
        Optional<AuditReport> of(CustomerKey customer);
    }

    /** Lets time pass between accounts. */
    @FunctionalInterface
    interface Pace {
        void pause(Duration time) throws InterruptedException;
    }

    /** @param perSecond how many accounts are audited in a second at most */
    AuditingAllAccounts(Accounts accounts, Audit audit, int perSecond, Pace pace, AuditMeters meters) {
        this.accounts = accounts;
        this.audit = audit;
        this.perSecond = perSecond;
        this.pace = pace;
        this.meters = meters;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Asked> parameters() {
        return Asked.class;
    }

    @Override
    public Class<AuditProgress> progress() {
        return AuditProgress.class;
    }

    /** One second's worth of accounts. */
    @Override
    public JobStep<AuditProgress> step(JobTurn<Asked, AuditProgress> turn) throws InterruptedException {
        AuditProgress before = turn.progress() == null ? AuditProgress.NONE : turn.progress();
        Page<String> customers = accounts.of(turn.tenant(), before.cursor(), perSecond);
        var differing = new ArrayList<String>();
        for (String customerId : customers.items()) {
            if (!agrees(new CustomerKey(turn.tenant(), customerId))) {
                differing.add(customerId);
            }
            pace.pause(Duration.ofSeconds(1).dividedBy(perSecond));
        }
        meters.audited(customers.items().size(), differing.size());
        long checked = before.checked() + customers.items().size();
        long disagreements = before.disagreements() + differing.size();
        List<String> named = named(before.customers(), differing);
        return customers.next() == null
                ? new JobStep.Done<>(new AuditOfAll(checked, disagreements, named), checked)
                : new JobStep.Further<>(
                        new AuditProgress(customers.next(), checked, disagreements, named), checked, null);
    }

    /** A view that moved on while it was read is read once more. */
    private boolean agrees(CustomerKey customer) {
        for (int look = 0; look < LOOKS; look++) {
            if (audit.of(customer).map(AuditReport::agrees).orElse(true)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> named(List<String> before, List<String> more) {
        var all = new ArrayList<>(before);
        all.addAll(more);
        return all.subList(0, Math.min(all.size(), MOST_NAMED));
    }
}
