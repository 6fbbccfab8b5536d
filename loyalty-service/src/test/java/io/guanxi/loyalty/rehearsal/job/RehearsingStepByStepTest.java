package io.guanxi.loyalty.rehearsal.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.eventing.job.JobStep;
import io.guanxi.eventing.job.JobTurn;
import io.guanxi.eventing.publish.EventingJson;
import io.guanxi.loyalty.account.history.RecordedLine;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.domain.SomeRules;
import io.guanxi.loyalty.rehearsal.domain.RehearsalReport;
import io.guanxi.loyalty.rehearsal.job.RehearsalRequest.About;
import io.guanxi.web.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** However a rehearsal is divided into steps, and whichever of them are done twice, it finds the same. */
class RehearsingStepByStepTest {

    private static final String TENANT = "acme";
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant ASKED = BEGIN.plus(Duration.ofDays(300));

    private static final RuleBook BOOK = new RuleBook(List.of(
            new PublishedRules(1, Instant.EPOCH, null, Instant.EPOCH, null, SomeRules.giving("1")),
            new PublishedRules(2, ASKED.plusSeconds(60), null, ASKED.plusSeconds(1), null, SomeRules.giving("7"))));

    private final JsonMapper mapper = EventingJson.mapper();
    private final Customers customers = Customers.with(BOOK, BEGIN, 23);
    private final Kept kept = new Kept();

    @Test
    void itIsDoneAccountByAccountInAnyNumberOfSteps() {
        RehearsalReport atOnce = run(asked(SomeRules.withEverything()), 1_000, 1);
        Map<String, RehearsedAccount> found = Map.copyOf(kept.accounts);
        assertThat(found).isNotEmpty();

        for (int batch : List.of(1, 4, 22, 23)) {
            kept.accounts.clear();
            assertThat(run(asked(SomeRules.withEverything()), batch, 1)).isEqualTo(atOnce);
            assertThat(kept.accounts).isEqualTo(found);
        }
    }

    @Test
    void aStepThatIsDoneAgainAfterAKillDoublesNothing() {
        RehearsalReport once = run(asked(SomeRules.withEverything()), 5, 1);
        Map<String, RehearsedAccount> found = Map.copyOf(kept.accounts);

        assertThat(run(asked(SomeRules.withEverything()), 5, 3)).isEqualTo(once);
        assertThat(kept.accounts).isEqualTo(found);
    }

    @Test
    void theRealRulesFindNoAccountThatWouldBeDifferent() {
        RehearsalReport report = run(asked(null), 10, 1);

        assertThat(report.sameAsRecorded()).isTrue();
        assertThat(report.accounts().total()).isEqualTo(23);
        assertThat(report.accounts().differing()).isZero();
        assertThat(kept.accounts).isEmpty();
    }

    @Test
    void whatIsRecordedAfterItWasAskedForPlaysNoPart() {
        RehearsalReport before = run(asked(SomeRules.giving("2")), 10, 1);
        customers.oneMoreOrderEach(ASKED.plusSeconds(5), BEGIN.plus(Duration.ofDays(200)));

        assertThat(run(asked(SomeRules.giving("2")), 10, 1)).isEqualTo(before);
    }

    @Test
    void itSaysHowFarItIs() {
        var job = job(10);
        var first = (JobStep.Further<RehearsalProgress>) job.step(turn(asked(null), null));
        var second = (JobStep.Further<RehearsalProgress>) job.step(turn(asked(null), first.progress()));

        assertThat(first.done()).isEqualTo(10);
        assertThat(first.total()).isEqualTo(23);
        assertThat(second.done()).isEqualTo(20);
        assertThat(job.step(turn(asked(null), second.progress()))).isInstanceOf(JobStep.Done.class);
    }

    @Test
    void itForgetsWhatItFoundWithTheJob() {
        run(asked(SomeRules.giving("2")), 10, 1);
        assertThat(kept.accounts).isNotEmpty();

        job(10).forget(TENANT, "r-1");
        assertThat(kept.accounts).isEmpty();
    }

    private RehearsingAccounts job(int batch) {
        return new RehearsingAccounts(customers, tenant -> BOOK, kept, batch);
    }

    private static RehearsalRequest asked(@Nullable ProgrammeRules draft) {
        Instant until = BEGIN.plus(Duration.ofDays(280));
        return new RehearsalRequest(BEGIN.plus(Duration.ofDays(40)), until, About.NOTHING_ELSE, draft);
    }

    private static JobTurn<RehearsalRequest, RehearsalProgress> turn(
            RehearsalRequest request, @Nullable RehearsalProgress progress) {
        return new JobTurn<>(TENANT, "r-1", "ann", ASKED, request, progress, 1);
    }

    /** Through the form in which the store keeps it, as after a restart before each step. */
    private RehearsalReport run(RehearsalRequest request, int batch, int times) {
        var job = job(batch);
        RehearsalProgress progress = null;
        for (int steps = 0; steps < 100; steps++) {
            var turn = turn(stored(request, RehearsalRequest.class), progress);
            JobStep<RehearsalProgress> step = job.step(turn);
            for (int again = 1; again < times; again++) {
                step = job.step(turn);
            }
            if (step instanceof JobStep.Done<RehearsalProgress> done) {
                return stored((RehearsalReport) done.result(), RehearsalReport.class);
            }
            progress = stored(((JobStep.Further<RehearsalProgress>) step).progress(), RehearsalProgress.class);
        }
        throw new AssertionError("it is never done");
    }

    private <T> T stored(T value, Class<T> type) {
        T read = mapper.readValue(mapper.writeValueAsString(value), type);
        assertThat(read).isEqualTo(value);
        return Objects.requireNonNull(read);
    }

    /** As the collection does: under a key that follows from the rehearsal and the account. */
    private static final class Kept implements RehearsingAccounts.Findings {

        private final Map<String, RehearsedAccount> accounts = new HashMap<>();

        @Override
        public void keep(String tenant, String rehearsal, List<RehearsedAccount> found) {
            found.forEach(account -> accounts.put(tenant + "/" + rehearsal + "/" + account.customerId(), account));
        }

        @Override
        public void forget(String tenant, String rehearsal) {
            accounts.keySet().removeIf(key -> key.startsWith(tenant + "/" + rehearsal + "/"));
        }
    }

    /** A log in memory. */
    private static final class Customers implements RehearsingAccounts.Source {

        private final Map<String, OrderedAccount> accounts = new TreeMap<>();

        static Customers with(RuleBook book, Instant begin, int count) {
            var customers = new Customers();
            for (int i = 0; i < count; i++) {
                String id = "00000000-0000-4000-8000-%012d".formatted(i);
                var account = new OrderedAccount(TENANT + "/" + id, book);
                for (int order = 0; order <= i % 7; order++) {
                    Instant paid = begin.plus(Duration.ofDays(30L * order + i));
                    account.paid("O-" + order, 10 * i + order, paid, paid);
                }
                customers.accounts.put(id, account);
            }
            return customers;
        }

        void oneMoreOrderEach(Instant recorded, Instant paid) {
            accounts.values().forEach(account -> account.paid("late", 100, paid, recorded));
        }

        @Override
        public long count(String tenant) {
            return accounts.size();
        }

        @Override
        public Page<String> customers(String tenant, @Nullable String cursor, int limit) {
            List<String> rest = accounts.keySet().stream()
                    .filter(id -> cursor == null || id.compareTo(cursor) > 0)
                    .toList();
            List<String> page = rest.subList(0, Math.min(limit, rest.size()));
            return new Page<>(page, rest.size() > limit ? page.getLast() : null);
        }

        @Override
        public List<RecordedLine> recorded(CustomerKey customer) {
            return accounts.get(customer.customerId()).lines();
        }
    }
}
