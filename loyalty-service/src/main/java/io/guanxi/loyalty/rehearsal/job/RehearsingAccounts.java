package io.guanxi.loyalty.rehearsal.job;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.eventing.job.Job;
import io.guanxi.eventing.job.JobStep;
import io.guanxi.eventing.job.JobTurn;
import io.guanxi.loyalty.account.history.RecordedLine;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.rehearsal.domain.Comparison;
import io.guanxi.loyalty.rehearsal.domain.RecordedChange;
import io.guanxi.loyalty.rehearsal.domain.RehearsalSums;
import io.guanxi.loyalty.rehearsal.domain.Stage;
import io.guanxi.web.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a tenant's accounts in the order of their keys. What was recorded after the rehearsal was asked for plays no
 * part, so each account gives the same however often and late it is looked at.
 */
final class RehearsingAccounts implements Job<RehearsalRequest, RehearsalProgress> {

    static final String NAME = "loyalty-rehearsal";

    private final Source source;
    private final Function<String, RuleBook> books;
    private final Findings found;
    private final int batch;

    /** Where accounts and what happened to them come from. */
    interface Source {

        long count(String tenant);

        /** The ids of a tenant's customers who have an account, in their order. */
        Page<String> customers(String tenant, @Nullable String cursor, int limit);

        /** All events of an account, in their order. */
        List<RecordedLine> recorded(CustomerKey customer);
    }

    /** Where goes what is found about each account; finding the same again changes nothing. */
    interface Findings {

        void keep(String tenant, String rehearsal, List<RehearsedAccount> accounts);

        void forget(String tenant, String rehearsal);
    }

    /**
     * @param books each tenant's published versions
     * @param batch how many accounts are one step: seconds of work
     */
    RehearsingAccounts(Source source, Function<String, RuleBook> books, Findings found, int batch) {
        this.source = source;
        this.books = books;
        this.found = found;
        this.batch = batch;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<RehearsalRequest> parameters() {
        return RehearsalRequest.class;
    }

    @Override
    public Class<RehearsalProgress> progress() {
        return RehearsalProgress.class;
    }

    @Override
    public JobStep<RehearsalProgress> step(JobTurn<RehearsalRequest, RehearsalProgress> turn) {
        RehearsalProgress before = turn.progress() == null ? beginning(turn.tenant()) : turn.progress();
        RuleBook real = knownThen(books.apply(turn.tenant()), turn.askedAt());
        Stage stage =
                Stage.of(turn.parameters().period(), real, turn.parameters().rules());
        Page<String> customers = source.customers(turn.tenant(), before.cursor(), batch);
        var compared = new ArrayList<Comparison>();
        var differing = new ArrayList<RehearsedAccount>();
        for (String customerId : customers.items()) {
            var customer = new CustomerKey(turn.tenant(), customerId);
            Comparison account = stage.compare(customer.toString(), recorded(customer, turn.askedAt()));
            compared.add(account);
            if (account.differs()) {
                differing.add(RehearsedAccount.of(customerId, account));
            }
        }
        found.keep(turn.tenant(), turn.id(), differing);
        RehearsalSums sums = before.sums().plus(compared);
        long done = before.done() + compared.size();
        if (customers.next() == null) {
            return new JobStep.Done<>(stage.report(sums), done);
        }
        long total = Math.max(before.total(), done);
        return new JobStep.Further<>(new RehearsalProgress(customers.next(), done, total, sums), done, total);
    }

    private RehearsalProgress beginning(String tenant) {
        return new RehearsalProgress(null, 0, source.count(tenant), RehearsalSums.EMPTY);
    }

    private static RuleBook knownThen(RuleBook book, Instant asked) {
        return new RuleBook(book.versions().stream()
                .filter(version -> !version.publishedAt().isAfter(asked))
                .toList());
    }

    private List<RecordedChange> recorded(CustomerKey customer, Instant asked) {
        return source.recorded(customer).stream()
                .takeWhile(line -> !line.recorded().isAfter(asked))
                .map(line -> new RecordedChange(line.event(), line.happened(), line.recorded()))
                .toList();
    }

    @Override
    public void forget(String tenant, String id) {
        found.forget(tenant, id);
    }
}
