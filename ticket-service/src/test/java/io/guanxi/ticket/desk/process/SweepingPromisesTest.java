package io.guanxi.ticket.desk.process;

import static io.guanxi.ticket.desk.domain.Desk.FRIDAY_TEN;
import static io.guanxi.ticket.desk.domain.Desk.TERMS;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SweepingPromisesTest {

    private static final int MANY = 10_000;

    private final ExecutorService lanes = Executors.newFixedThreadPool(4);
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
        Instant late = FRIDAY_TEN.plus(Duration.ofDays(30));

        try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> sweeps = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                sweeps.add(instances.submit(() -> sweep().sweep(late)));
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
        Instant late = FRIDAY_TEN.plus(Duration.ofDays(30));

        assertThat(sweep().sweep(late)).isEqualTo(9);
        assertThat(sweep().sweep(late)).isEqualTo(1);
        assertThat(town.breaches()).hasSize(20);
    }

    @Test
    void aSweepThatReachesNothingAtAllEnds() throws Exception {
        town.open(10, FRIDAY_TEN);
        town.isAway();

        assertThat(sweep().sweep(FRIDAY_TEN.plus(Duration.ofDays(30)))).isZero();
        assertThat(town.looks()).isEqualTo(1);
    }

    private WhenAPromiseIsDueCheckTheTicket sweep() {
        return new WhenAPromiseIsDueCheckTheTicket(
                town::due, (key, check, origin) -> town.check(key, check), 500, lanes);
    }

    /** Tickets and their view, in memory. */
    private static final class Town {
        private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
        private final List<SlaBreached> breaches = new ArrayList<>();
        private final AtomicInteger looks = new AtomicInteger();
        private volatile @Nullable TreeMap<String, PromiseDue> stale;
        private volatile String failing = "";
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
            failing = key;
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
            if (away || failing.equals(key)) {
                failing = "";
                throw new IllegalStateException("the store is away");
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
