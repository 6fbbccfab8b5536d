package io.guanxi.ticket.desk.process;

import static io.guanxi.ticket.desk.domain.Desk.FRIDAY_TEN;
import static io.guanxi.ticket.desk.domain.Desk.TERMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventing.due.DueSweep;
import io.guanxi.kernel.Decision;
import io.guanxi.ticket.desk.domain.Channel;
import io.guanxi.ticket.desk.domain.Desk;
import io.guanxi.ticket.desk.domain.Priority;
import io.guanxi.ticket.desk.domain.Promise;
import io.guanxi.ticket.desk.domain.PromiseKind;
import io.guanxi.ticket.desk.domain.Ticket;
import io.guanxi.ticket.desk.domain.TicketCommand;
import io.guanxi.ticket.desk.domain.TicketCommand.CheckPromises;
import io.guanxi.ticket.desk.domain.TicketDecider;
import io.guanxi.ticket.desk.domain.TicketEvent;
import io.guanxi.ticket.desk.domain.TicketEvent.SlaBreached;
import io.guanxi.ticket.desk.domain.TicketKind;
import io.guanxi.ticket.desk.domain.TicketRejection;
import io.guanxi.ticket.desk.view.promisesdue.PromiseDue;
import io.guanxi.web.Page;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SweepingPromisesTest {

    private static final int MANY = 10_000;

    private static final Instant LATE = FRIDAY_TEN.plus(Duration.ofDays(30));

    private final ExecutorService lanes = Executors.newFixedThreadPool(4);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Town town = new Town();

    @AfterEach
    void stop() {
        lanes.shutdownNow();
    }

    @Test
    void tenThousandThatAreDueAtOnceBreakOnceEachAndNoneEarly() throws Exception {
        town.open(MANY, FRIDAY_TEN);
        Instant due = Desk.at("2026-11-20T11:00");

        sweep().sweep(due);
        assertThat(town.breaches()).as("at the due instant").isEmpty();

        sweep().sweep(due.plusNanos(1));
        sweep().sweep(due.plusSeconds(1));
        assertThat(town.breaches()).hasSize(MANY).allSatisfy(breach -> {
            assertThat(breach.promise()).isEqualTo(PromiseKind.FIRST_RESPONSE);
            assertThat(breach.at()).isAfter(breach.dueAt());
        });
    }

    @Test
    void twoSweepsAtOnceAndAViewThatNeverCatchesUpChangeNothing() throws Exception {
        town.open(2_000, FRIDAY_TEN);
        town.viewStandsStill();

        try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> sweeps = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                sweeps.add(instances.submit(() -> sweep().sweep(LATE)));
            }
            for (Future<Integer> sweep : sweeps) {
                assertThat(sweep.get()).isEqualTo(2_000);
            }
        }

        assertThat(town.breaches()).as("two promises of each ticket").hasSize(4_000);
    }

    @Test
    void whatFailsIsFoundAgainAndDoesNotStopTheRest() throws Exception {
        town.open(10, FRIDAY_TEN);
        town.failOnce("acme/00000003");

        DueSweep<PromiseDue> sweep = sweep();
        assertThat(sweep.sweep(LATE)).isEqualTo(9);
        assertThat(sweep.sweep(LATE)).isEqualTo(1);
        assertThat(town.breaches()).hasSize(20);
    }

    @Test
    void aTicketThatAlwaysFailsIsPassedByThoughItIsAWholePage() throws Exception {
        town.open(10, FRIDAY_TEN);
        town.failAlways("acme/00000000");

        assertThat(sweep(1).sweep(LATE)).isEqualTo(9);
        assertThat(town.breaches()).hasSize(18);
    }

    @Test
    void manyPagesThatAlwaysFailAreLeftBehindSweepBySweep() throws Exception {
        town.open(40, FRIDAY_TEN);
        for (int i = 0; i < 30; i++) {
            town.failAlways("acme/%08d".formatted(i));
        }
        DueSweep<PromiseDue> sweep = sweep(1);

        int checked = 0;
        for (int i = 0; i < 40 && checked < 10; i++) {
            checked += sweep.sweep(LATE);
        }

        assertThat(checked).isEqualTo(10);
        assertThat(town.breaches()).hasSize(20);
    }

    @Test
    void aTicketThatAlwaysFailsIsTriedEverMoreSeldomAndAtOnceCheckedWhenItCanBe() throws Exception {
        String broken = "acme/00000000";
        town.open(1, FRIDAY_TEN);
        town.failAlways(broken);
        DueSweep<PromiseDue> sweep = sweep();

        List<Integer> triedIn = new ArrayList<>();
        for (int number = 1; number <= 200; number++) {
            int before = town.failures();
            sweep.sweep(LATE);
            if (town.failures() > before) {
                triedIn.add(number);
            }
        }
        assertThat(triedIn).containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 192);
        assertThat(meters.counter("guanxi.ticket.sweep.failures").count()).isEqualTo(9);
        assertThat(meters.get("guanxi.ticket.sweep.waiting").gauge().value()).isEqualTo(1);

        town.mend(broken);
        int sweeps = 0;
        while (town.breaches().isEmpty() && sweeps < 64) {
            sweep.sweep(LATE);
            sweeps++;
        }
        assertThat(town.breaches()).hasSize(2);
        assertThat(meters.get("guanxi.ticket.sweep.waiting").gauge().value()).isZero();
    }

    @Test
    void aTicketThatIsNoLongerDueIsForgotten() throws Exception {
        town.open(2, FRIDAY_TEN);
        town.failAlways("acme/00000000");
        DueSweep<PromiseDue> sweep = sweep();
        sweep.sweep(LATE);
        town.settle("acme/00000000");

        sweep.sweep(LATE);

        assertThat(meters.get("guanxi.ticket.sweep.waiting").gauge().value()).isZero();
    }

    @Test
    void theLogNamesTheTicketAndTheKindOfFailureAndNothingThatWasWritten(CapturedOutput output) throws Exception {
        town.open(1, FRIDAY_TEN);
        town.failAlways("acme/00000000");

        sweep().sweep(LATE);

        assertThat(output.getAll())
                .contains("1 of 1 tickets", "acme/00000000", "IllegalStateException")
                .doesNotContain("Wang");
    }

    @Test
    void aSweepThatReachesNothingAtAllEnds() throws Exception {
        town.open(10, FRIDAY_TEN);
        town.isAway();

        assertThat(sweep(2).sweep(LATE)).isZero();
        assertThat(town.looks()).isEqualTo(3);
    }

    private DueSweep<PromiseDue> sweep() {
        return sweep(500);
    }

    private DueSweep<PromiseDue> sweep(int batch) {
        var reaction = new WhenAPromiseIsDueCheckTheTicket(town::due, (key, check, origin) -> town.check(key, check));
        return new DueSweep<>(reaction, batch, lanes, SweepSignals.METERS, meters);
    }

    /** Tickets and their view, in memory. */
    private static final class Town {
        private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
        private final List<SlaBreached> breaches = new ArrayList<>();
        private final AtomicInteger looks = new AtomicInteger();
        private volatile @Nullable TreeMap<String, PromiseDue> stale;
        private final Set<String> failing = ConcurrentHashMap.newKeySet();
        private final Set<String> failingOnce = ConcurrentHashMap.newKeySet();
        private final AtomicInteger failures = new AtomicInteger();
        private volatile boolean away;

        void open(int number, Instant at) {
            for (int i = 0; i < number; i++) {
                String key = "acme/%08d".formatted(i);
                decide(
                        key,
                        new TicketCommand.Open(
                                "open",
                                at,
                                key,
                                null,
                                Channel.WEB,
                                TicketKind.QUESTION,
                                Priority.HIGH,
                                Desk.SUBJECT,
                                Desk.TEXT));
            }
        }

        void viewStandsStill() {
            stale = view();
        }

        void failOnce(String key) {
            failingOnce.add(key);
        }

        void failAlways(String key) {
            failing.add(key);
        }

        void mend(String key) {
            failing.remove(key);
        }

        /** As an agent does. */
        void settle(String key) {
            decide(key, new TicketCommand.Resolve("resolve", FRIDAY_TEN, "answered"));
        }

        int failures() {
            return failures.get();
        }

        void isAway() {
            away = true;
        }

        int looks() {
            return looks.get();
        }

        List<SlaBreached> breaches() {
            return breaches;
        }

        Page<PromiseDue> due(Instant now, @Nullable String cursor, int limit) {
            looks.incrementAndGet();
            TreeMap<String, PromiseDue> all = stale == null ? view() : stale;
            List<PromiseDue> page = all.tailMap(cursor == null ? "" : cursor, false).values().stream()
                    .filter(promise -> promise.dueAt().isBefore(now))
                    .limit(limit)
                    .toList();
            return new Page<>(page, page.size() < limit ? null : page.getLast().ticket());
        }

        void check(String key, CheckPromises command) {
            if (away || failing.contains(key) || failingOnce.remove(key)) {
                failures.incrementAndGet();
                throw new IllegalStateException("It cannot be read: " + Desk.TEXT.plain());
            }
            decide(key, command);
        }

        private void decide(String key, TicketCommand command) {
            tickets.compute(key, (k, present) -> {
                Ticket ticket = present == null ? Ticket.unopened() : present;
                for (TicketEvent event : events(TicketDecider.decide(ticket, command, TERMS))) {
                    ticket = Ticket.evolve(ticket, event);
                    if (event instanceof SlaBreached breach) {
                        synchronized (breaches) {
                            breaches.add(breach);
                        }
                    }
                }
                return ticket;
            });
        }

        private static List<TicketEvent> events(Decision<TicketEvent, TicketRejection> decision) {
            return switch (decision) {
                case Decision.Accepted<TicketEvent, TicketRejection> accepted -> accepted.events();
                case Decision.Refused<TicketEvent, TicketRejection> refused ->
                    throw new AssertionError(refused.reason().code());
            };
        }

        private TreeMap<String, PromiseDue> view() {
            TreeMap<String, PromiseDue> view = new TreeMap<>();
            tickets.forEach((key, ticket) -> ticket.promises().made().stream()
                    .filter(promise -> promise.state() == Promise.State.RUNNING)
                    .map(Promise::dueAt)
                    .min(Instant::compareTo)
                    .ifPresent(due -> view.put(key, new PromiseDue(key, "acme", due, null, due))));
            return view;
        }
    }
}
